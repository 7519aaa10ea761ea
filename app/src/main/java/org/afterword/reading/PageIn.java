package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.afterword.model.When;

/**
 * A web page within a file, with what the file says of it. It is read like a page of its own, and its accounts get the
 * address and the time at which it was fetched.
 *
 * @param address where it was fetched
 * @param fetched when; its accounts are not younger
 * @param anchors where in the file it stands
 */
record PageIn(Source source, Optional<String> address, Optional<When> fetched, List<Anchor> anchors) {
    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?(?<name>[\\w:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;

    /** Its bytes as a text, by the charset that its server declared, else by the one that it declares. */
    static String decoded(byte[] bytes, Optional<String> declared) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher meta = CHARSET.matcher(head);
        return MailText.decoded(
                bytes, declared.or(() -> meta.find() ? Optional.of(meta.group("name")) : Optional.empty()));
    }

    /**
     * How many accounts and parts were found in it.
     *
     * @param where it stands, for warnings
     */
    int read(String html, String where, Findings into) throws IOException {
        String name = source.name() + "!/" + PartNames.harmless(address.orElse("page")) + ".html";
        var inner = new Source(name, source.exhibit(), source.group(), html.getBytes(StandardCharsets.UTF_8));
        Reading reading = Readers.read(inner, new Findings() {
            @Override
            public void account(Account account) throws IOException {
                into.account(placed(account));
            }

            @Override
            public void part(String path, InputStream bytes) throws IOException {
                into.part(PartNames.harmless(address.orElse("page")) + "/" + PartNames.harmless(path), bytes);
            }

            // they are in the result
            @Override
            public void warning(Warning warning) {}

            // the file has one of its own
            @Override
            public void balance(Balance balance) {}
        });
        Optional<Balance> held =
                reading.balance().filter(balance -> !balance.skipped().isEmpty());
        if (held.isPresent()) {
            into.warning(new Warning(
                    where,
                    "of " + held.get().expected() + " " + held.get().unit() + " are left out: "
                            + held.get().skipped().entrySet().stream()
                                    .map(reason -> reason.getValue() + " (" + reason.getKey() + ")")
                                    .collect(Collectors.joining(", "))));
        }
        for (Warning warning : reading.warnings()) {
            into.warning(new Warning(where, warning.message()));
        }
        return reading.accounts() + reading.parts();
    }

    /** What a page says of its address counts only on its own site. */
    private Account placed(Account account) {
        boolean own = account.sourceUrl()
                .filter(url -> address.isEmpty() || host(url).equals(host(address.get())))
                .isPresent();
        return account.copy()
                .date(account.date().or(() -> fetched))
                .sourceUrl(own ? account.sourceUrl() : address)
                .anchors(anchors)
                .account();
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
