package org.afterword.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;

/** Made-up names and texts; the same seed gives the same. */
final class Invented {
    private static final String[] SYLLABLES = {
        "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "wo", "dra", "plen", "sti", "gor", "hul", "fen"
    };
    private final Random random;

    Invented(long seed) {
        random = new Random(seed);
    }

    Id id() {
        return new Id(random.nextLong(), random.nextLong());
    }

    private String word(int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private String capital() {
        String word = word(3);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Of so many syllables that few are borne twice. */
    private String name() {
        String word = word(5);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    List<Identity> people(int count) {
        var people = new ArrayList<Identity>();
        for (int i = 0; i < count; i++) {
            people.add(new Identity(id(), IdentityKind.PERSON, name() + " " + name(), "bench"));
        }
        return people;
    }

    /** Sentences of twelve words; now and then one of the names stands among them. */
    String text(int words, List<Identity> names) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            boolean first = i % 12 == 0;
            if (!names.isEmpty() && random.nextInt(40) == 0) {
                text.append(names.get(random.nextInt(names.size())).name());
            } else {
                text.append(first ? capital() : word(1 + random.nextInt(3)));
            }
            text.append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    Account account(Id exhibit, Optional<Id> group, String text) {
        return account(exhibit, group, text, "");
    }

    /**
     * @param teller a name, or nothing
     */
    Account account(Id exhibit, Optional<Id> group, String text, String teller) {
        var kind = teller.isEmpty() ? Speaker.Kind.UNNAMED : Speaker.Kind.NAMED;
        return new Account(
                id(),
                exhibit,
                group,
                "text",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(new Speaker(id(), teller, kind, Speaker.Role.TELLER)),
                List.of(new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty())));
    }
}
