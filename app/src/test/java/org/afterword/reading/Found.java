package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;

/** All that was found in a file, for a test to look at. */
public record Found(Reading result, List<Account> accounts, Map<String, byte[]> parts) {
    public interface Reads {
        Reading read(Findings into) throws IOException;
    }

    public static Found of(Reads reads) {
        var into = new Taking();
        try {
            return new Found(reads.read(into), into.accounts, into.parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String reader() {
        return result.reader();
    }

    double confidence() {
        return result.confidence();
    }

    List<Warning> warnings() {
        return result.warnings();
    }

    Optional<Balance> balance() {
        return result.balance();
    }

    private static final class Taking implements Findings {
        private final List<Account> accounts = new ArrayList<>();
        private final Map<String, byte[]> parts = new LinkedHashMap<>();

        @Override
        public void account(Account account) {
            accounts.add(account);
        }

        @Override
        public void part(String path, InputStream bytes) throws IOException {
            parts.put(path, bytes.readAllBytes());
        }

        @Override
        public void warning(Warning warning) {}

        @Override
        public void balance(Balance balance) {}
    }
}
