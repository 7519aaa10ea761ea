package org.afterword;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.Batch;
import org.afterword.casefile.Counted;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.custody.Custody;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Warning;
import org.afterword.reading.Findings;
import org.afterword.reading.Reading;

/** Takes into the case what a reader finds in one exhibit, as it comes. */
final class Receiving implements Findings {
    private static final int PAGE = 4 << 20;

    private final Exhibit exhibit;
    private final Batch batch;
    private final Custody custody;
    private final UnaryOperator<Account> placed;
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();
    private final List<Account> block = new ArrayList<>();
    private int blockLength;
    private final List<Id> items = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Id> renewed = new ArrayList<>();
    private final Earlier earlier;
    private final Unpacked unpacked;
    private int accounts;
    private int turns;
    private int known;
    private int dropped;

    Receiving(
            Exhibit exhibit,
            Batch batch,
            Custody custody,
            UnaryOperator<Account> placed,
            Earlier earlier,
            Unpacked unpacked) {
        this.earlier = earlier;
        this.exhibit = exhibit;
        this.batch = batch;
        this.custody = custody;
        this.placed = placed;
        this.unpacked = unpacked;
    }

    int accounts() {
        return accounts;
    }

    int turns() {
        return turns;
    }

    @Override
    public void account(Account found) throws IOException {
        Account given = placed.apply(found);
        Continued continued = Continued.of(given, earlier.of(given));
        known += continued.known();
        continued
                .changed()
                .ifPresent(at -> warnings.add(new Warning(
                        "message " + at,
                        "from here on it is not what an earlier export of the same conversation has; both are kept")));
        if (continued.account().isPresent()) {
            add(continued.account().get());
        }
    }

    /** Takes it as it is. */
    void add(Account account) throws IOException {
        accounts++;
        turns += account.turns().size();
        block.add(account);
        earlier.take(account);
        blockLength += account.text().length();
        if (blockLength >= AccountTexts.FULL) {
            endBlock();
        }
        if (page.size() >= PAGE) {
            flush();
        }
    }

    private void endBlock() {
        if (!block.isEmpty()) {
            page.writeBytes(AccountTexts.write(block));
            block.clear();
            blockLength = 0;
        }
    }

    private void flush() throws IOException {
        endBlock();
        if (page.size() > 0) {
            items.add(batch.put(ItemType.ACCOUNTS, page.toByteArray()));
            page.reset();
        }
    }

    @Override
    public void part(String path, InputStream bytes) throws IOException {
        if (!unpacked.takes(exhibit)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            dropped++;
            return;
        }
        var counted = new Counted(bytes);
        custody.keep(place(exhibit, path), counted, exhibit.id(), exhibit.group(), batch);
        unpacked.took(exhibit, counted.count());
    }

    /** Where a part of an exhibit stands: a name to show, not a place to write to. */
    static String place(Exhibit exhibit, String path) {
        return exhibit.name() + "!/"
                + path.replace('\\', '/')
                        .replaceAll("\\p{Cntrl}", " ")
                        .replaceAll("^(?:\\.{0,2}/)+|(?<=/)(?:\\.{0,2}/)+", "");
    }

    /** They are in the result. */
    @Override
    public void warning(Warning warning) {}

    /** It is in the result. */
    @Override
    public void balance(Balance balance) {}

    /** These accounts were in the case before, in another version. */
    void again(List<Id> accounts) {
        renewed.addAll(accounts);
    }

    void end(Reading reading) throws IOException {
        flush();
        warnings.addAll(0, reading.warnings());
        if (dropped > 0) {
            warnings.add(new Warning(
                    "",
                    dropped + (dropped == 1 ? " file" : " files")
                            + " in it not kept: more comes out of the containers around it than may; if you trust them,"
                            + " unpack them, and add the folder"));
        }
        if (known > 0) {
            warnings.add(new Warning("", known + " of its messages are in the case already; " + turns + " are new"));
        }
        earlier.read(reading.reader());
        batch.add(
                new Entry.ExhibitRead(
                        exhibit.id(),
                        reading.reader(),
                        reading.confidence(),
                        items,
                        accounts,
                        reading.parts() - dropped,
                        warnings,
                        reading.balance(),
                        renewed),
                items);
    }
}
