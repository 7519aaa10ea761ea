package org.afterword.facts;

import java.util.Set;

/** What stands around some pieces of a line in the same clause. */
final class Clause {
    private static final Set<String> MARKS = Words.of("; : — – ( ) [ ] ! ? … \" “ ”");
    private static final Set<String> WORDS = Words.of(
            "that because when while who which if but although though so until where whenever since after before");
    private static final Set<String> NEGATORS = Words.of(
            "not never no nobody none neither nor nothing without cannot didnt dont doesnt wasnt werent wouldnt"
                    + " couldnt");
    private static final Set<String> NO_NEGATION = Words.of("only just until till less fewer doubt longer merely");
    private static final Set<String> UNTRUE = Set.of("untrue", "false", "lie", "deny", "denies", "denied");
    private static final Set<String> DENY = Set.of("deny", "denies");
    /** "Rs." ends no clause. */
    private static final int SHORTENED = 3;

    private static final int REACH = 8;

    private Clause() {}

    /** Whether a clause ends, or begins, with that piece. */
    static boolean boundary(Line line, int at) {
        String text = line.at(at);
        return text.isEmpty()
                || (MARKS.contains(text) && !(text.equals("–") && line.glued(at)))
                || (text.equals(".") && line.at(at - 1).length() > SHORTENED)
                || WORDS.contains(text);
    }

    static boolean negator(Line line, int at) {
        String text = line.at(at);
        boolean negates = NEGATORS.contains(text) || text.endsWith("n't");
        return negates && !line.is(at + 1, NO_NEGATION);
    }

    /** Whether what begins there is said not to be: a negation stands before it in its clause. */
    static boolean denied(Line line, int at) {
        return denied(line, at, REACH);
    }

    /** "It is not true that …", "they deny that …". */
    static boolean deniesAll(Line line) {
        for (int at = 0; at < line.size(); at++) {
            boolean untrue = line.is(at, UNTRUE) && (line.is(at + 1, "that") || line.is(at, DENY));
            boolean not = line.is(at, "true") && line.is(at + 1, "that") && negator(line, at - 1);
            if (untrue || not) {
                return true;
            }
        }
        return false;
    }

    static boolean denied(Line line, int at, int reach) {
        for (int i = at - 1; i >= 0 && i >= at - reach; i--) {
            if (boundary(line, i) || line.is(i, ",")) {
                return false;
            }
            if (negator(line, i)) {
                return true;
            }
        }
        return false;
    }
}
