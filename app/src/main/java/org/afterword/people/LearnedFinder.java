package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.afterword.language.NameTagger;
import org.afterword.language.Sentences;
import org.afterword.model.Account;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by rules and by what was learned from marked texts, together. What it finds depends on the text, the
 * weights and the processor, so it is logged and never computed anew.
 *
 * <p>It learned from English: an account that is known to be in another language is left to the rules.
 */
public final class LearnedFinder {
    /** Name and version, for the log. */
    public static final String NAME = "learned/1";

    private final Encoder encoder;
    private final NameTagger tagger;

    private static @Nullable LearnedFinder shared;

    private LearnedFinder(Encoder encoder, NameTagger tagger) {
        this.encoder = encoder;
        this.tagger = tagger;
    }

    /**
     * The one of this program. The first call loads the model, which takes about a second; it stays in memory.
     *
     * @throws EncoderUnavailable if it cannot run here; then the rules go on alone
     */
    public static synchronized LearnedFinder shared() throws EncoderUnavailable {
        if (shared == null) {
            Encoder encoder = Encoder.shared();
            shared = new LearnedFinder(encoder, NameTagger.open(encoder.hash()));
        }
        return shared;
    }

    /** Which weights and which model, for the log. */
    public String model() {
        return tagger.version() + " on " + encoder.hash();
    }

    /** As {@link NameFinder#find(Account)}, and what was learned. */
    public List<Find> find(Account account) {
        boolean english = account.language().orElse("en").equals("en");
        return NameFinder.find(account, english ? tagged(account.text(), Locale.ENGLISH, true) : List.of());
    }

    /**
     * @param recall whether rather too much is found
     */
    public List<Find> find(String text, boolean recall) {
        return join(text, tagged(text, Locale.ROOT, recall), recall);
    }

    /**
     * What the rules find, together with what was found by learning.
     *
     * @param recall whether rather too much is found
     */
    public static List<Find> join(String text, List<NameTagger.Tagged> tagged, boolean recall) {
        return NameFinder.find(text, tagged, recall);
    }

    private List<NameTagger.Tagged> tagged(String text, Locale locale, boolean recall) {
        var tagged = new ArrayList<NameTagger.Tagged>();
        encoder.encode(
                text,
                Sentences.of(text, locale),
                stretch -> tagged.addAll(tagger.find(text, List.of(stretch), recall)));
        return tagged;
    }
}
