package org.afterword.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/** A real case of labelled accounts, as the program makes it, gone through by a reviewer. */
final class ReviewedCase {
    private static final String PHRASE = "a lamp in every window";

    private ReviewedCase() {}

    /**
     * @param folder empty; the case and the files go there
     * @param learned whether the learned finder looks as well, as it does unless a person says otherwise
     */
    static Review of(List<LabelledAccount> files, boolean learned, Path folder) throws IOException {
        Path received = Files.createDirectories(folder.resolve("received"));
        var paths = new ArrayList<Path>();
        for (LabelledAccount file : files) {
            Path own = Files.createDirectory(received.resolve("" + paths.size()));
            paths.add(Files.write(own.resolve(file.file()), file.bytes()));
        }
        Path path = folder.resolve("reviewed.afterword");
        CheapCase.create(path, PHRASE);
        try (Case opened = Case.open(path, Passphrase.of(PHRASE.toCharArray()), "a careful reviewer")) {
            opened.add(paths, Optional.empty(), false, Optional.empty(), learned, Progress.SILENT);
            var exhibits = new HashMap<Sha256, Id>();
            opened.contents().exhibits().forEach(exhibit -> exhibits.put(exhibit.sha256(), exhibit.id()));
            var truth = new Truth();
            for (LabelledAccount file : files) {
                Id exhibit = exhibits.get(file.hash());
                try (Stream<Account> accounts = opened.contents().accounts()) {
                    truth.add(
                            file,
                            accounts.filter(account -> account.exhibit().equals(exhibit))
                                    .toList());
                }
            }
            return new Reviewer(opened, truth).review();
        }
    }
}
