package org.afterword;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.afterword.language.Decoding;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.reading.RefiProject;

/**
 * Where other software's positions in a text are in the accounts that were read from it. REFI-QDA counts Unicode code
 * points of the file; some count a Windows line end as one, some a byte order mark as well: where the names of selections
 * tell, they are believed.
 */
final class ForeignText {
    private static final char MARK = '\ufeff';
    private static final int LEAST_HINT = 4;

    /** A way of counting. */
    private static final class Counting {
        /** Where in {@link #text} each of its code points begins, and the end. */
        private final int[] points;

        private Counting(int[] points) {
            this.points = points;
        }

        Optional<Span> span(long start, long end) {
            return start < 0 || end <= start || end >= points.length
                    ? Optional.empty()
                    : Optional.of(new Span(points[(int) start], points[(int) end]));
        }
    }

    private final String text;
    private final List<Account> accounts;
    private final Counting counting;

    /**
     * @param bytes of the file
     * @param accounts that were read from it
     */
    ForeignText(byte[] bytes, List<Account> accounts, List<RefiProject.Selection> selections) {
        this.accounts = accounts;
        String file = decoded(bytes)
                .orElseGet(() -> accounts.isEmpty() ? "" : accounts.getFirst().text());
        boolean marked = !file.isEmpty() && file.charAt(0) == MARK;
        String body = marked ? file.substring(1) : file;
        text = lines(body);
        Counting asWritten = counting(body, true, false);
        Counting oneEnd = counting(body, false, false);
        Counting withMark = counting(body, true, true);
        List<Counting> all = body.indexOf('\r') < 0 && !marked
                ? List.of(asWritten)
                : marked ? List.of(asWritten, oneEnd, withMark) : List.of(asWritten, oneEnd);
        counting = all.stream()
                .max((a, b) -> Long.compare(score(a, selections), score(b, selections)) != 0
                        ? Long.compare(score(a, selections), score(b, selections))
                        : Integer.compare(all.indexOf(b), all.indexOf(a)))
                .orElseThrow();
    }

    private static Optional<String> decoded(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        boolean wide = first == 0xfffe || first == 0xfeff;
        return Decoding.strict(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** @param two whether a Windows line end counts as two */
    private static Counting counting(String body, boolean two, boolean mark) {
        var points = IntStream.builder();
        int at = 0;
        if (mark) {
            points.add(0);
        }
        for (int i = 0; i < body.length(); at++) {
            int c = body.codePointAt(i);
            points.add(at);
            i += Character.charCount(c);
            at += Character.charCount(c) - 1;
            if (c == '\r' && i < body.length() && body.charAt(i) == '\n') {
                if (two) {
                    points.add(at + 1);
                }
                i++;
            }
        }
        points.add(at);
        return new Counting(points.build().toArray());
    }

    private long score(Counting way, List<RefiProject.Selection> selections) {
        return selections.stream()
                .filter(selection -> {
                    String hint = hint(selection.name());
                    return hint.length() >= LEAST_HINT
                            && way.span(selection.start(), selection.end())
                                    .filter(span -> plain(span.of(text)).startsWith(hint))
                                    .isPresent();
                })
                .count();
    }

    private static String hint(String name) {
        return plain(name.strip().replaceAll("(?:…|\\.\\.\\.)$", ""));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A stretch of an account. */
    record Place(Account account, Span span) {}

    /** Where the selection's words stand; empty if they are not found. */
    Optional<Place> place(RefiProject.Selection selection) {
        return counting.span(selection.start(), selection.end()).flatMap(this::place);
    }

    private Optional<Place> place(Span span) {
        String words = span.of(text);
        for (Account account : accounts) {
            if (account.text().equals(text)) {
                return Optional.of(new Place(account, span));
            }
        }
        return accounts.stream()
                .flatMap(account -> Arrays.stream(occurrences(account.text(), words))
                        .mapToObj(at -> new Place(account, new Span(at, at + words.length()))))
                .min((a, b) -> Integer.compare(
                        Math.abs(a.span().start() - span.start()),
                        Math.abs(b.span().start() - span.start())));
    }

    private static int[] occurrences(String text, String words) {
        var found = IntStream.builder();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            found.add(at);
        }
        return found.build().toArray();
    }
}
