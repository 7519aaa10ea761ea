package org.afterword.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.afterword.model.Account;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/**
 * What was found in many accounts, until all are looked through: in the order in which it was put in, at some 40 bytes an
 * account. Texts are not kept where the account says them.
 */
final class KeptFinds {
    private static final int PAGE = 1 << 18;

    /** Where the text of a find stands. */
    private enum Text {
        SPAN,
        AUTHOR,
        CHANNEL,
        SOURCE,
        HERE
    }

    /** What many finds have in common. */
    private record Sort(IdentityKind kind, Text text, String by, double score, boolean named) {}

    private final Queue<byte[]> pages = new ArrayDeque<>();
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(page);
    private final List<Sort> sorts = new ArrayList<>();
    private final Map<Sort, Integer> numbers = new HashMap<>();
    private DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[0]));
    private int left;

    void put(Account account, List<Find> finds) {
        try {
            out.writeInt(finds.size());
            for (Find find : finds) {
                put(account, find);
            }
            if (page.size() >= PAGE) {
                turn();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
        }
    }

    private void put(Account account, Find find) throws IOException {
        Text text = text(account, find);
        boolean named = !find.name().equals(find.text());
        var sort = new Sort(find.kind(), text, find.by(), find.score(), named);
        out.writeInt(numbers.computeIfAbsent(sort, fresh -> {
            sorts.add(fresh);
            return sorts.size() - 1;
        }));
        out.writeInt(find.span().start());
        out.writeInt(find.span().end());
        if (text == Text.HERE) {
            write(find.text());
        }
        if (named) {
            write(find.name());
        }
    }

    private void write(String here) throws IOException {
        out.writeInt(here.length());
        out.writeChars(here);
    }

    private void turn() {
        if (page.size() > 0) {
            pages.add(page.toByteArray());
            page.reset();
        }
    }

    private static Text text(Account account, Find find) {
        if (find.span().length() > 0 && find.text().equals(find.span().of(account.text()))) {
            return Text.SPAN;
        }
        if (find.text().equals(account.author().orElse(""))) {
            return Text.AUTHOR;
        }
        if (find.text().equals(account.channel().orElse(""))) {
            return Text.CHANNEL;
        }
        return find.text().equals(account.sourceUrl().orElse("")) ? Text.SOURCE : Text.HERE;
    }

    /** Those of the next account, which are not kept any more. */
    List<Find> next(Account account) {
        try {
            while (in.available() == 0) {
                if (pages.isEmpty()) {
                    turn();
                }
                in = new DataInputStream(new ByteArrayInputStream(pages.remove()));
            }
            left = in.readInt();
            var finds = new ArrayList<Find>(left);
            for (; left > 0; left--) {
                finds.add(find(account));
            }
            return finds;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private Find find(Account account) throws IOException {
        Sort sort = sorts.get(in.readInt());
        var span = new Span(in.readInt(), in.readInt());
        String text = switch (sort.text()) {
            case SPAN -> span.of(account.text());
            case AUTHOR -> account.author().orElseThrow();
            case CHANNEL -> account.channel().orElseThrow();
            case SOURCE -> account.sourceUrl().orElseThrow();
            case HERE -> here();
        };
        return new Find(span, text, sort.kind(), sort.by(), sort.score(), sort.named() ? here() : text);
    }

    private String here() throws IOException {
        var text = new char[in.readInt()];
        for (int i = 0; i < text.length; i++) {
            text[i] = in.readChar();
        }
        return new String(text);
    }
}
