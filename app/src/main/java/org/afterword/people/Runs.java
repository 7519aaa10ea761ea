package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.afterword.language.Token;

/**
 * Stretches of capitalised words that may be one name: "Jo Marsh", "J. Marsh", "Maria de la Cruz", "League of Quiet
 * Friends".
 */
final class Runs {
    private static final Set<String> LINKS = Set.of("of", "for", "the", "&", "de", "der", "fur", "du", "di");
    private static final int LONGEST = 9;

    /**
     * @param first token
     * @param last token, which is in it
     */
    record Run(int first, int last) {}

    private Runs() {}

    static List<Run> of(Prose prose) {
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < prose.size()) {
            if (prose.capital(at)) {
                int last = last(prose, at);
                runs.add(new Run(at, last));
                at = last + 1;
            } else {
                at++;
            }
        }
        return runs;
    }

    private static int last(Prose prose, int first) {
        int last = first;
        while (last - first < LONGEST) {
            int next = next(prose, last);
            if (next < 0) {
                return last;
            }
            last = next;
        }
        return last;
    }

    private static int next(Prose prose, int at) {
        if (prose.possessive(at)) {
            return -1;
        }
        if (abbreviated(prose, at)) {
            return prose.adjacent(at + 1) || touching(prose, at + 1) ? capitalOrNone(prose, at + 2) : -1;
        }
        if (!prose.adjacent(at)) {
            return -1;
        }
        int next = at + 1;
        if (prose.capital(next)) {
            return next;
        }
        boolean group = Gazetteer.groupWord(prose.core(at));
        int hops = 0;
        while (hops < 2
                && next + 1 < prose.size()
                && (group
                        ? LINKS.contains(prose.core(next))
                        : Gazetteer.particle(prose.core(next)) && !Gazetteer.place(prose.core(at)))
                && (hops > 0 || !prose.core(next).equals("the"))
                && prose.token(next).shape() != Token.Shape.NUMBER
                && prose.adjacent(next)) {
            next++;
            hops++;
            if (prose.capital(next)) {
                return group || !plain(prose, next - hops) || !OrdinaryWords.contain(prose.core(at)) ? next : -1;
            }
        }
        return -1;
    }

    /** Particles that are also small words of English or of chats. */
    private static boolean plain(Prose prose, int at) {
        return Set.of("do", "am", "in", "den", "y", "e", "ben", "as", "los", "las")
                .contains(prose.core(at));
    }

    private static int capitalOrNone(Prose prose, int at) {
        return at < prose.size() && prose.capital(at) && prose.sameSentence(at - 2, at) ? at : -1;
    }

    private static boolean touching(Prose prose, int at) {
        return at + 1 < prose.size()
                && prose.token(at).span().end() == prose.token(at + 1).span().start();
    }

    /** "J." or "Dr." before what it belongs to. */
    private static boolean abbreviated(Prose prose, int at) {
        Token token = prose.token(at);
        return at + 1 < prose.size()
                && prose.token(at + 1).text().equals(".")
                && token.span().end() == prose.token(at + 1).span().start()
                && (token.text().length() == 1
                        || Gazetteer.genderedTitle(prose.core(at))
                        || (Gazetteer.title(prose.core(at)) && token.text().length() < 5));
    }
}
