package org.afterword.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/** Opening a case of 10,000 small accounts, with its snapshot and from the log alone. */
final class Opening {
    private static final int ACCOUNTS = 10_000;
    private static final int RUNS = 5;

    private Opening() {}

    static List<Figure> measure() throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try (var phrase = Passphrase.of("only for measuring".toCharArray())) {
            Path path = folder.resolve("case.afterword");
            Path bare = folder.resolve("bare.afterword");
            double write;
            try (CaseFile file =
                    CaseFile.create(path, phrase, "bench", Cost.CHEAP).file()) {
                write = Timing.once(() -> fill(file));
                Files.copy(path, bare);
            }
            double with = Timing.median(RUNS, () -> CaseFile.open(path, phrase).close());
            var without = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                Path copy = Files.copy(bare, folder.resolve("bare" + i + ".afterword"));
                var opened = new CaseFile[1];
                without[i] = Timing.once(() -> opened[0] = CaseFile.open(copy, phrase));
                opened[0].close();
            }
            String what = "a case of 10,000 accounts: ";
            return List.of(
                    Figure.alone("open", what + "write", 1, write, "200 to a commit"),
                    Figure.alone("open", what + "open, with its snapshot", RUNS, with, "without Argon2id"),
                    Figure.alone(
                            "open",
                            what + "open, from the log alone",
                            RUNS,
                            Timing.median(without),
                            "without Argon2id"));
        } finally {
            Keeping.delete(folder);
        }
    }

    private static void fill(CaseFile file) throws IOException {
        var invented = new Invented(2);
        for (int done = 0; done < ACCOUNTS; done += 200) {
            try (Batch batch = file.batch("bench")) {
                for (int i = 0; i < 200; i++) {
                    add(batch, invented);
                }
                batch.commit();
            }
        }
    }

    private static void add(Batch batch, Invented invented) throws IOException {
        Account account = invented.account(invented.id(), Optional.empty(), invented.text(60, List.of()));
        byte[] bytes = account.text().getBytes(StandardCharsets.UTF_8);
        Id exhibit = account.exhibit();
        Id item = batch.put(ItemType.EXHIBIT, new ByteArrayInputStream(bytes));
        batch.add(new Entry.ExhibitAdded(
                exhibit,
                "letter.txt",
                Sha256.of(account.text()),
                bytes.length,
                item,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        Id accounts = batch.put(ItemType.ACCOUNTS, AccountTexts.write(List.of(account)));
        batch.add(new Entry.ExhibitRead(
                exhibit, "text", 1, List.of(accounts), 1, 0, List.of(), Optional.empty(), List.of()));
    }
}
