package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Metadatum;
import org.afterword.model.Warning;

/** Screenshots, photographs, scans: the text that can be seen in them. */
final class PictureReader implements Reader {
    private static final Pattern MARK = Pattern.compile(
            "\\A(?:\\x89PNG\\r\\n\\x1a\\n|\\xff\\xd8\\xff|GIF8[79]a|II\\*\\x00|MM\\x00\\*|RIFF.{4}WEBP|BM.{4}\\x00{4}.{4}[\\x0c\\x28\\x34\\x38\\x40\\x6c\\x7c]\\x00{3})",
            Pattern.DOTALL);
    private static final int MARKED = 32;
    private static final int MOST_PAGES = 1_000;
    private static final String UNSEEN = "not recognised";

    @Override
    public String name() {
        return "picture";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        byte[] head = source.head();
        String mark = new String(head, 0, Math.min(MARKED, head.length), StandardCharsets.ISO_8859_1);
        return MARK.matcher(mark).find() ? 0.98 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Exif exif = Exif.of(source.head());
        var sight = new Sight(source.recogniser());
        var layout = new Layout();
        var skipped = new TreeMap<String, Long>();
        long read = 0;
        int pages;
        try (Picture picture = Picture.open(source)) {
            pages = picture.count();
            for (int page = 1; page <= Math.min(pages, MOST_PAGES); page++) {
                Sight.Seen seen = look(picture, page, exif, sight, into);
                switch (seen.outcome()) {
                    case READ -> {
                        read++;
                        layout.page(page, seen.lines());
                    }
                    case EMPTY -> skipped.merge("without text", 1L, Long::sum);
                    case UNSEEN -> skipped.merge(UNSEEN, 1L, Long::sum);
                }
            }
        } catch (Picture.Unshown e) {
            into.warning(new Warning("", e.getMessage() + "; it is safe"));
            return;
        }
        var paper = new Paper();
        layout.write(paper);
        Optional<Account> account =
                Essay.document(exif.into(new Draft(source, name())), paper.rendered(), exif.taken());
        if (account.isPresent()) {
            into.account(account.get());
        }
        if (account.isEmpty() && !exif.besides().isEmpty()) {
            // no values: warnings are shown where a case is not looked at
            into.warning(new Warning(
                    "",
                    "the picture says of itself: "
                            + exif.besides().stream().map(Metadatum::name).collect(Collectors.joining(", "))));
        }
        tell(sight, skipped, account.isPresent(), into);
        into.balance(new Balance("pictures", pages, read, skipped));
    }

    private static Sight.Seen look(Picture picture, int page, Exif exif, Sight sight, Findings into)
            throws IOException {
        Picture.Shown shown;
        try {
            shown = picture.show(page - 1);
        } catch (Picture.Unshown e) {
            into.warning(new Warning("picture " + page, e.getMessage() + "; it is safe"));
            return new Sight.Seen(Sight.Outcome.UNSEEN, List.of());
        }
        return sight.look(Picture.turned(shown.image(), exif.quarters()), page, 1.0 / shown.pixels());
    }

    private static void tell(Sight sight, Map<String, Long> skipped, boolean found, Findings into) throws IOException {
        for (Warning warning : sight.warnings()) {
            into.warning(warning);
        }
        if (!found && !skipped.containsKey(UNSEEN)) {
            into.warning(new Warning("", "a picture in which no text was seen"));
        }
    }
}
