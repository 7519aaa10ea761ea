package org.afterword.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.AmountKind;
import org.jspecify.annotations.Nullable;

/** What happened to an amount, by the verb or the noun that governs it. */
final class AmountKinds {
    /**
     * @param cue the word that says so; empty if none does
     * @param before whether it stands before the amount
     */
    record Told(AmountKind kind, String cue, boolean before) {
        Told(AmountKind kind, String cue) {
            this(kind, cue, true);
        }
    }

    private static final Map<String, AmountKind> CUES = new HashMap<>();
    private static final Set<String> BASE =
            Words.of("give pay donate contribute hand transfer send bring lend invest put spend find raise collect sign"
                    + " giving paying tithe deposit buy sell make provide cover leave");
    private static final Set<String> OBLIGES = Words.of(
            "told tell tells instructed ordered forced made makes supposed obliged encouraged must should ought"
                    + " need needed needs urged pressed pressured invited due meant allowed compelled bound advised required"
                    + " expected asked asks ask wanted wants begged requested reminded persuaded");
    private static final Set<String> PLEDGES =
            Words.of("pledge pledged promise promised vowed committed agreed agree swore undertook offered signed"
                    + " undertaken");
    private static final Set<String> REFUSES =
            Set.of("refuse", "refused", "refuses", "refusing", "declined", "decline", "unwilling");
    private static final Set<String> SET_HIGHER =
            Words.of("goal target quota it them demand demands sum dues bar minimum");
    private static final Set<String> PRICED = Words.of("price prices fee fees rent cost ticket tickets");
    private static final Set<String> SOLD =
            Words.of("course seat ticket weekend retreat book session room level seminar training camp entry admission"
                    + " membership workshop bed meal class lesson entrance tickets books courses seats sessions lessons robe"
                    + " kit");
    private static final Set<String> IS = Set.of("is", "was", "are", "were");
    private static final Set<String> WILLING =
            Set.of("would", "wouldn't", "want", "going", "prepared", "willing", "wouldnt");
    /** What is had, which says nothing of what became of an amount if something else does. */
    private static final Set<String> HAD =
            Words.of("worth debt debts salary wage wages income savings pension earnings");

    private static final Set<String> FINES = Set.of("a", "the", "this", "that", "my", "another");
    private static final Set<String> SAYS = Set.of("said", "say", "says", "swore", "told", "announced");
    private static final int FAR = 14;
    private static final int NEAR = 8;

    static {
        put(
                AmountKind.ASKED,
                "ask asks asked asking demand demands demanded demanding request requested requests require required requires"
                        + " expect expects expected want wanted wants suggested suggests urged begged needed insisted goal target quota dues"
                        + " fine fined fines subscription subscriptions subs levy tithe tithes solicited appeal minimum due told obliged");
        put(
                AmountKind.PLEDGED,
                "pledge pledges pledged pledging promise promised promises promising vowed committed undertook offered offer");
        put(
                AmountKind.GIVEN,
                "give gave given gives giving pay paid pays paying donate donated donates donating donation donations contribute"
                        + " contributed contributes contributing contribution contributions hand handed handing transfer transferred send sent spend spent lend lent loan loaned"
                        + " invest invested put sank sunk poured wired deposited tithed slipped managed manage bring left gift repaid");
        put(
                AmountKind.COLLECTED,
                "collect collected collecting collects raise raised raising raises receive received netted gathered brought"
                        + " took takings proceeds pocketed collection");
        put(AmountKind.REFUSED, "refuse refused refusing refuses declined decline rejected");
        put(
                AmountKind.PRICE,
                "cost costs costing price prices priced fee fees ticket tickets charge charged charges charging rent sell sold"
                        + " sells sale buy bought buys");
        put(
                AmountKind.UNKNOWN,
                "earn earned earning earns owe owed owes owing worth debt debts salary wage wages income saved savings inherited"
                        + " won stood pension earnings lost");
    }

    private AmountKinds() {}

    private static void put(AmountKind kind, String words) {
        for (String word : words.split(" ", -1)) {
            CUES.put(word, kind);
        }
    }

    /**
     * @param from the amount's first piece
     * @param to the piece after its last
     * @return empty if the sentence says that it was not so
     */
    static Optional<Told> of(Line line, int from, int to) {
        int at = from - 1;
        boolean had = false;
        for (int steps = 0; at >= 0 && steps < FAR && !Clause.boundary(line, at); at--, steps++) {
            if (line.stands(at - 1, "said", "no") || line.stands(at - 2, "said", "no", "to")) {
                return Optional.of(new Told(AmountKind.REFUSED, "said no"));
            }
            if (line.is(at, "down") && (line.is(at - 1, "turned") || line.is(at - 1, "turn"))) {
                return Optional.of(new Told(AmountKind.REFUSED, "turned down"));
            }
            had |= line.is(at, HAD);
            if (CUES.containsKey(line.at(at)) && !another(line, at) && !line.is(at, HAD)) {
                return governed(line, at, from);
            }
        }
        return had && !Clause.denied(line, from)
                ? Optional.of(new Told(AmountKind.UNKNOWN, ""))
                : behind(line, from, to);
    }

    /** The same letters in another sense. */
    private static boolean another(Line line, int at) {
        return switch (line.at(at)) {
            case "due" -> line.is(at + 1, "to");
            case "left" -> !line.shape(at + 1, Line.Shape.NUMBER) && !line.is(at + 1, "a");
            case "took" -> line.is(at - 1, "it");
            case "fine" -> !line.is(at - 1, FINES);
            case "told" -> !line.is(at + 1, "to") && !line.is(at + 2, "to");
            case "want", "wanted" -> line.is(at + 1, "to");
            default -> false;
        };
    }

    private static Optional<Told> governed(Line line, int verb, int from) {
        String cue = line.at(verb);
        AmountKind kind = CUES.get(cue);
        boolean denied = Clause.denied(line, verb);
        if (BASE.contains(cue)) {
            kind = infinitive(line, verb, kind, denied);
            return kind == null ? Optional.empty() : Optional.of(new Told(kind, cue));
        }
        if (denied) {
            return Optional.empty();
        }
        if (cue.startsWith("rais")) {
            kind = raised(line, verb, from);
        }
        if (kind == AmountKind.GIVEN && obliged(line, verb)) {
            kind = AmountKind.ASKED;
        }
        return Optional.of(new Told(kind, cue));
    }

    /** "was made to pay", "had to give", "promised to pay", "would not pay". */
    private static @Nullable AmountKind infinitive(Line line, int verb, AmountKind plain, boolean denied) {
        AmountKind kind = plain;
        for (int at = verb - 1, steps = 0; at >= 0 && steps < NEAR && !Clause.boundary(line, at); at--, steps++) {
            if (line.is(at, REFUSES)) {
                return AmountKind.REFUSED;
            }
            if (denied && line.is(at, WILLING)) {
                return AmountKind.REFUSED;
            }
            if (line.is(at, PLEDGES)) {
                kind = AmountKind.PLEDGED;
                break;
            }
            if (at == verb - 1 && line.is(at, "will")) {
                kind = line.is(at - 1, "you") ? AmountKind.ASKED : AmountKind.PLEDGED;
                break;
            }
            if (line.is(at, SAYS) && (line.is(verb - 1, "would") || line.is(verb - 1, "will"))) {
                kind = AmountKind.PLEDGED;
                break;
            }
            boolean had = (line.is(at, "had") || line.is(at, "have") || line.is(at, "has") || line.is(at, "having"))
                    && line.is(at + 1, "to");
            if (had || line.is(at, OBLIGES)) {
                kind = AmountKind.ASKED;
                break;
            }
        }
        if (denied) {
            return null;
        }
        if (line.at(verb).startsWith("rais") && kind == plain) {
            return raised(line, verb, line.size());
        }
        return kind;
    }

    private static boolean obliged(Line line, int verb) {
        return line.is(verb, "due");
    }

    /** "Raised 300 euros" against "raised the goal by 300 euros". */
    private static AmountKind raised(Line line, int verb, int to) {
        for (int at = verb + 1; at < Math.min(to, verb + 5); at++) {
            if (line.is(at, SET_HIGHER)) {
                return AmountKind.ASKED;
            }
            if (line.is(at, PRICED)) {
                return AmountKind.PRICE;
            }
        }
        return AmountKind.COLLECTED;
    }

    /** "300 euros were collected", "the 500 euros they wanted". */
    private static Optional<Told> behind(Line line, int from, int to) {
        if (Clause.denied(line, from)) {
            return Optional.empty();
        }
        if (line.stands(from - 2, "instead", "of") || line.stands(from - 2, "rather", "than")) {
            return Optional.of(new Told(AmountKind.UNKNOWN, ""));
        }
        for (int at = to; at < Math.min(line.size(), to + NEAR) && !stop(line, at); at++) {
            AmountKind kind = CUES.get(line.at(at));
            if (kind != null && kind != AmountKind.UNKNOWN && !another(line, at)) {
                if (line.stands(at, "cost") || BASE.contains(line.at(at)) || Clause.denied(line, at)) {
                    break;
                }
                boolean due = line.stands(at - 2, "to", "be") || line.stands(at - 2, "must", "be");
                return Optional.of(new Told(due ? AmountKind.ASKED : kind, line.at(at), false));
            }
        }
        for (int at = from - 1; at >= Math.max(0, from - NEAR); at--) {
            if (line.is(at, IS)) {
                for (int noun = at - 1; noun >= Math.max(0, at - NEAR); noun--) {
                    if (line.is(noun, SOLD)) {
                        return Optional.of(new Told(AmountKind.PRICE, line.at(noun)));
                    }
                }
            }
        }
        boolean tickets = from > 0 && line.is(from - 1, SOLD);
        return Optional.of(tickets ? new Told(AmountKind.PRICE, line.at(from - 1)) : new Told(AmountKind.UNKNOWN, ""));
    }

    private static boolean stop(Line line, int at) {
        return Clause.boundary(line, at) && !line.is(at, "that") && !line.is(at, "which");
    }
}
