package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.afterword.model.When;

/** A web page that a browser saved in one file as MIME (RFC 2557): .mht, .mhtml. */
final class MhtmlReader implements Reader {
    private static final Pattern SAVED =
            Pattern.compile("(?im)^Snapshot-Content-Location:|^X-MAF-Information:|^From: *<?\"?Saved by ");
    private static final Pattern RELATED = Pattern.compile("(?i)\\bmultipart/related\\b");
    private static final Pattern SENT = Pattern.compile("(?im)^(?:Received|Message-ID|Delivered-To|To):");
    private static final int LONGEST_PAGE = 16 << 20;

    @Override
    public String name() {
        return "mhtml";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\n\n");
        int wide = head.indexOf("\r\n\r\n");
        end = end < 0 || (wide >= 0 && wide < end) ? wide : end;
        String fields = end < 0 ? head : head.substring(0, end);
        if (!fields.matches("(?s)[\\uFEFF\u00ef\u00bb\u00bf]?[!-9;-~]{1,70}:.*")) {
            return 0;
        }
        boolean named = source.hasExtension("mht", "mhtml");
        boolean saved = SAVED.matcher(fields).find();
        boolean related = RELATED.matcher(fields).find();
        return saved || named ? 0.98 : related && !SENT.matcher(fields).find() ? 0.7 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Map<String, Long> skipped = new TreeMap<>();
        MailParser mime = MailParser.parse(source.stream(Mbox.start(source.head())), LONGEST_PAGE, (name, bytes) -> {
            drain(bytes);
            skipped.merge("images, styles and scripts of the page", 1L, Long::sum);
        });
        for (String problem : mime.problems()) {
            into.warning(new Warning("", problem));
        }
        List<MailParser.Text> pages =
                mime.texts().stream().filter(MailParser.Text::html).toList();
        long read = 0;
        if (pages.isEmpty()) {
            into.warning(new Warning("", "there is no page in it"));
        } else {
            MailHead head = mime.head();
            Optional<String> address = head.text("snapshot-content-location")
                    .or(() -> pages.getFirst().location())
                    .or(() -> head.text("content-location"))
                    .filter(url -> url.startsWith("http"));
            Optional<When> fetched = head.raw("date").flatMap(MailDate::of).map(MhtmlReader::atMost);
            read = new PageIn(source, address, fetched, List.of())
                                    .read(pages.getFirst().text(), "", into)
                            > 0
                    ? 1
                    : 0;
            if (read == 0) {
                skipped.merge("pages without a text", 1L, Long::sum);
            }
            if (pages.size() > 1) {
                skipped.put("frames of the page", pages.size() - 1L);
            }
        }
        long left = skipped.values().stream().mapToLong(Long::longValue).sum();
        into.balance(new Balance("parts of the page", read + left, read, skipped));
    }

    private static When atMost(When saved) {
        return new When("saved " + saved.written(), Optional.empty(), saved.latest(), saved.zone());
    }

    private static void drain(InputStream bytes) throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
    }
}
