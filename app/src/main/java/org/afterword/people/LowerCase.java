package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** Names typed without capitals, as in chats: "yeah anna said", "my name is krithi", "anna and zuleyma". */
final class LowerCase {
    private static final Set<String> CUES = Set.of(
            "with", "and", "to", "from", "by", "for", "hi", "hey", "told", "asked", "friend", "my", "is", "was",
            "called", "named", "met", "like", "about", "but", "yeah", "so", "then", "when", "that", "because", "cause",
            "if", "ask", "tell", "love", "or", "since", "after", "before", "ok", "lol", "miss", "thanks", "&");

    private static final Set<String> WHEREABOUTS =
            Set.of("in", "from", "at", "to", "near", "outside", "around", "through", "for", "visit", "like", "of");

    private static final Set<String> ON = Set.of("in", "on", "at", "near", "off", "down", "from", "up");
    private static final Set<String> ROADS =
            Set.of("street", "road", "lane", "avenue", "close", "terrace", "crescent", "gardens");
    private static final Set<String> NO_ROAD =
            Set.of("back", "busy", "front", "high", "main", "memory", "people", "private", "quiet", "things");

    private LowerCase() {}

    static List<Find> find(Prose prose) {
        var finds = new ArrayList<Find>();
        int lastName = -9;
        for (int i = 0; i < prose.size(); i++) {
            String core = prose.core(i);
            int last = place(prose, i);
            if (last >= i) {
                finds.add(prose.find(i, last, IdentityKind.PLACE, "rule:lower-case-place", last > i ? .35 : .5));
                i = last;
                continue;
            }
            if (prose.masked(i)
                    || prose.token(i).shape() != Token.Shape.LOWER
                    || core.length() < 3
                    || OrdinaryWords.contain(core)
                    || Gazetteer.capitalised(core)
                    || Gazetteer.place(core)) {
                continue;
            }
            boolean coordinated = i - lastName == 2
                    && (prose.core(i - 1).equals("and") || prose.core(i - 1).equals("&"));
            boolean listed = Gazetteer.firstName(core) && evidence(prose, i, core);
            boolean surname = i - lastName == 1 && core.length() > 3 && prose.adjacent(lastName);
            if (listed || (core.length() > 3 && (introduced(prose, i) || coordinated)) || surname) {
                var span = new Span(prose.start(i), prose.end(i));
                if (surname) {
                    var whole = new Span(finds.removeLast().span().start(), span.end());
                    finds.add(new Find(whole, whole.of(prose.text()), IdentityKind.PERSON, "rule:lower-case-name", .5));
                } else {
                    String by = listed ? "rule:lower-case-name" : "rule:lower-case-cue";
                    finds.add(new Find(span, span.of(prose.text()), IdentityKind.PERSON, by, listed ? .5 : .35));
                }
                lastName = surname ? -9 : i;
            }
        }
        return finds;
    }

    /** The last token of a place that begins here: "in leeds", "on almond close"; -1 if there is none. */
    private static int place(Prose prose, int at) {
        if (!prose.casual(at) || !lower(prose, at)) {
            return -1;
        }
        String core = prose.core(at);
        String before = prose.core(at - 1);
        boolean two = at + 1 < prose.size() && lower(prose, at + 1) && prose.adjacent(at);
        if (two && WHEREABOUTS.contains(before) && Gazetteer.place(core + " " + prose.core(at + 1))) {
            return at + 1;
        }
        boolean road = two && ON.contains(before) && ROADS.contains(prose.core(at + 1));
        if (road && core.length() > 3 && !Gazetteer.small(core) && !NO_ROAD.contains(core)) {
            return at + 1;
        }
        boolean one = WHEREABOUTS.contains(before) && core.length() > 3;
        return one && Gazetteer.place(core) && !OrdinaryWords.contain(core) ? at : -1;
    }

    private static boolean lower(Prose prose, int at) {
        return !prose.masked(at) && prose.token(at).shape() == Token.Shape.LOWER;
    }

    private static boolean evidence(Prose prose, int at, String core) {
        return prose.inside(core)
                || prose.casual(at)
                || prose.possessive(at)
                || Gazetteer.saying(prose.core(at + 1))
                || (core.length() > 3 && (Gazetteer.title(prose.core(at - 1)) || CUES.contains(prose.core(at - 1))));
    }

    /** "named X", "my name is X", "my friend X". */
    private static boolean introduced(Prose prose, int at) {
        String before = prose.core(at - 1);
        return before.equals("named")
                || ((before.equals("is") || before.equals("was") || before.equals("'s"))
                        && prose.core(at - 2).equals("name"))
                || (before.equals("friend") && prose.core(at - 2).equals("my"));
    }
}
