package org.afterword.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.Cost;
import org.afterword.casefile.DropBox;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;

/** An inbox of a few megabytes whose receipts are cheap to try, and the key to it. */
final class SmallInbox {
    static final DropBox BOX = DropBox.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    private SmallInbox() {}

    static Settings settings(int cells) {
        return new Settings(
                Settings.FORMAT,
                BOX.recipient(),
                "000102030405060708090a0b0c0d0e0f",
                Cost.CHEAP,
                cells,
                cells,
                new Settings.Limits(10_000, 4 << 20, 4, 50, 100_000),
                Settings.Terms.USUAL,
                "The Lantern Archive: two people, one of them a lawyer.",
                "https://lantern.example/inbox",
                List.of("How did you come in?", "How did you leave?"),
                Optional.empty());
    }

    static Inbox make(Path folder, int cells) throws IOException {
        Inbox.create(folder, settings(cells));
        return Inbox.open(folder);
    }

    /** Puts a letter of one part into a mailbox that is made for it. */
    static Id put(Inbox inbox, MailboxKeys keys, byte[] text) throws IOException {
        try (Draft draft = inbox.begin(keys.mailbox(), true);
                var parcel = new Parcel(draft, inbox.settings().recipient())) {
            parcel.part("text.txt", text);
            parcel.end(About.plain(keys.mailbox(), LetterKind.TOLD));
            draft.keep(keys.mailbox(), inbox.hasMailbox(keys.mailbox()) ? Optional.empty() : Optional.of(keys.proof()));
            return draft.letter();
        }
    }

    record Read(About about, Map<String, byte[]> parts) {
        String text(String part) {
            return new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        }
    }

    static Read read(Inbox inbox, Stored letter, DropBox box) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (InputStream plain = box.open(inbox.open(letter))) {
            About about = Parcel.read(plain, (name, bytes) -> parts.put(name, bytes.readAllBytes()));
            return new Read(about, parts);
        }
    }

    static List<Read> all(Inbox inbox) throws IOException {
        List<Read> all = new ArrayList<>();
        for (Stored letter : inbox.letters(true)) {
            all.add(read(inbox, letter, BOX));
        }
        return all;
    }
}
