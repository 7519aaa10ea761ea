package org.afterword.reading;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.afterword.reading.Transcript.Piece;

/** Makes speakers and turns of the pieces of a transcript: who asks, who tells, who is quoted, what was prompted. */
final class Conversation {
    private static final Set<String> ASKERS = Set.of(
            "q",
            "question",
            "interviewer",
            "host",
            "reporter",
            "journalist",
            "blogger",
            "editor",
            "frage",
            "moderator",
            "interviewerin",
            "entrevistador",
            "entrevistadora",
            "pregunta");
    private static final int LEAST_QUESTIONS = 3;

    private final Draft draft;
    private final Rendered rendered;
    private final List<Piece> pieces;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    Conversation(Draft draft, Rendered rendered, List<Piece> pieces) {
        this.draft = draft;
        this.rendered = rendered;
        this.pieces = pieces;
        pieces.stream().filter(piece -> !piece.quoted()).forEach(piece -> place(piece.label()));
    }

    private int place(String label) {
        return known.computeIfAbsent(label, this::placeOf);
    }

    /** Labels that differ in case and marks only are one speaker's. */
    private int placeOf(String label) {
        return places.computeIfAbsent(fold(label), key -> {
            names.add(label);
            return names.size() - 1;
        });
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    Account account() {
        Optional<Integer> asker = asker();
        var speakers = new ArrayList<Speaker>();
        List<Turn> turns = Bounds.of(turns(), draft.date());
        for (int i = 0; i < names.size(); i++) {
            boolean asks = asker.equals(Optional.of(i));
            speakers.add(
                    draft.speaker(Optional.of(names.get(i)), asks ? Speaker.Role.INTERVIEWER : Speaker.Role.TELLER));
        }
        return draft.account(rendered, speakers, turns);
    }

    /** Who publishes and asks: the site bears the name, or the label says so, or only that one asks. */
    private Optional<Integer> asker() {
        for (int i = 0; i < names.size(); i++) {
            String handle = fold(names.get(i)).replaceAll("\\d+$", "");
            boolean ownsSite = draft.channel().map(Conversation::fold).stream().anyMatch(site -> matches(site, handle));
            boolean posts = draft.author().map(Conversation::fold).stream().anyMatch(name -> name.equals(handle));
            if (ownsSite || posts) {
                draft.poster(Optional.of(names.get(i)));
                return Optional.of(i);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (ASKERS.contains(fold(names.get(i)).replaceAll("\\d+$", ""))) {
                return Optional.of(i);
            }
        }
        return onlyAsker();
    }

    private static boolean matches(String site, String handle) {
        return handle.length() >= 4 && (site.contains(handle) || (site.length() >= 4 && handle.contains(site)));
    }

    private Optional<Integer> onlyAsker() {
        int[] turns = new int[names.size()];
        int[] questions = new int[names.size()];
        for (Piece piece : pieces) {
            if (!piece.quoted()) {
                int speaker = place(piece.label());
                turns[speaker]++;
                questions[speaker] += asks(piece) ? 1 : 0;
            }
        }
        Optional<Integer> asker = Optional.empty();
        for (int i = 0; i < turns.length; i++) {
            if (questions[i] >= LEAST_QUESTIONS && questions[i] * 2 >= turns[i]) {
                if (asker.isPresent()) {
                    return Optional.empty();
                }
                asker = Optional.of(i);
            } else if (questions[i] * 4 > turns[i]) {
                return Optional.empty();
            }
        }
        return asker;
    }

    private boolean asks(Piece piece) {
        return Prompting.asks(piece.span().of(rendered.text()));
    }

    private List<Turn> turns() {
        var turns = new ArrayList<Turn>();
        var asked = new Prompting();
        List<Span> quotes = rendered.quotes();
        int next = 0;
        for (Piece piece : pieces) {
            int speaker = place(piece.label());
            String said = piece.span().of(rendered.text());
            turns.add(new Turn(
                    turns.size(),
                    piece.span(),
                    speaker,
                    piece.quoted() ? Turn.Voice.QUOTED : Turn.Voice.OWN,
                    !piece.quoted() && asked.prompted(speaker, said),
                    when(piece)));
            if (!piece.quoted()) {
                while (next < quotes.size()
                        && quotes.get(next).start() < piece.span().end()) {
                    Span quote = quotes.get(next++);
                    if (piece.span().contains(quote) && quote.length() > 0) {
                        turns.add(new Turn(
                                turns.size(), quote, other(speaker), Turn.Voice.QUOTED, false, Optional.empty()));
                    }
                }
            }
        }
        return turns;
    }

    /** Of two, each quotes the other. */
    private int other(int speaker) {
        return names.size() == 2 ? 1 - speaker : speaker;
    }

    /** A stamp on a line of its own may belong to the turn above it or to the one below. */
    private static Optional<When> when(Piece piece) {
        if (piece.within().isPresent()) {
            return piece.within();
        }
        if (piece.above().isEmpty() || piece.below().isEmpty()) {
            return piece.above().or(piece::below);
        }
        When above = piece.above().get();
        When below = piece.below().get();
        if (above.written().equals(below.written())) {
            return Optional.of(above);
        }
        String written = above.written() + " or " + below.written();
        Optional<LocalDateTime> from =
                above.earliest().flatMap(a -> below.earliest().map(b -> a.isBefore(b) ? a : b));
        Optional<LocalDateTime> to = above.latest().flatMap(a -> below.latest().map(b -> a.isAfter(b) ? a : b));
        return Optional.of(new When(written, from, to, Optional.empty()));
    }
}
