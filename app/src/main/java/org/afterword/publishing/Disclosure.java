package org.afterword.publishing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Frames;
import org.afterword.coding.Codings;
import org.afterword.custody.Custody;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Sha256;
import org.afterword.verifier.DisclosureCheck;

/**
 * Opens one commitment of a published site for one named person: the exhibit as it came, the salt, and the passage. Of all
 * other commitments it tells nothing.
 */
public final class Disclosure {
    private static final String README = """
            What you hold was given to you in confidence, so that you can check one passage of a published site.
            It may expose people: pass it on to nobody.

            exhibit          the file as it was received
            disclosure.json  the commitment, what it was salted with, and the words

            java -jar afterword-verifier.jar SITE --disclosed THIS_FOLDER

            checks that this file, byte for byte, stands behind the commitment on the site; never that it is true.
            """;

    private final CaseFile file;
    private final Seal seal;

    /** What stands behind a commitment. */
    private record Behind(Id published, Exhibit exhibit, Sha256 commitment, Optional<Passage> passage) {}

    public Disclosure(CaseFile file) {
        this.file = file;
        seal = new Seal(file.secret("publication"));
    }

    /**
     * @param commitment as it stands beside the passage, or enough of its first digits
     * @throws IllegalArgumentException if nothing of this case stands behind it, or more than one thing does
     */
    public void write(String commitment, Destination to) throws IOException {
        List<Behind> fitting = all().stream()
                .filter(one -> one.commitment().hex().startsWith(commitment))
                .toList();
        if (fitting.size() != 1 || commitment.isEmpty()) {
            throw new IllegalArgumentException(
                    fitting.isEmpty()
                            ? "nothing of this case stands behind '" + commitment
                                    + "'; copy the digits that the site shows under a passage's proof"
                            : "more than one commitment begins with '" + commitment + "'; give more of it");
        }
        Behind behind = fitting.getFirst();
        Exhibit exhibit = behind.exhibit();
        if (file.bytesErased(exhibit.id()).isPresent()) {
            throw new IllegalArgumentException("the exhibit behind it was erased; nothing can be disclosed of it");
        }
        var said = new LinkedHashMap<String, Object>();
        said.put("form", DisclosureCheck.FORM);
        said.put("commitment", behind.commitment().hex());
        said.put("salt", HexFormat.of().formatHex(seal.salt(behind.published())));
        said.put("file", exhibit.name());
        behind.passage().ifPresent(passage -> said.put("passage", passage.quote()));
        put(to, "README.txt", README.getBytes(StandardCharsets.UTF_8));
        put(to, DisclosureCheck.DISCLOSURE, Frames.json().writeValueAsBytes(said));
        try (OutputStream out = to.open(DisclosureCheck.EXHIBIT)) {
            Custody.release(file, exhibit.id(), out);
        }
    }

    private static void put(Destination to, String name, byte[] bytes) throws IOException {
        try (OutputStream out = to.open(name)) {
            out.write(bytes);
        }
    }

    private List<Behind> all() {
        var all = new ArrayList<Behind>();
        for (Id id : file.accountIds()) {
            file.account(id).ifPresent(account -> add(account, all));
        }
        return all;
    }

    private void add(Account account, List<Behind> all) {
        file.exhibit(account.exhibit()).ifPresent(exhibit -> {
            all.add(new Behind(
                    account.id(), exhibit, seal.commitment(account.id(), exhibit.sha256()), Optional.empty()));
            Codings.of(file, account)
                    .forEach(coded -> all.add(new Behind(
                            coded.suggestion(),
                            exhibit,
                            seal.commitment(coded.suggestion(), exhibit.sha256()),
                            Optional.of(coded.passage()))));
        });
    }
}
