package org.afterword.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.afterword.model.Sha256;
import org.afterword.model.Standing;
import org.afterword.page.Page;
import org.afterword.page.Pdf;
import org.afterword.page.Strings;
import org.afterword.page.Templates;

/**
 * All of one teller: what they tell in the order of time, with what lies between; their passages by practice; what was kept.
 * Words in it are as strangers may see them, or as they are ({@link #unprotected}).
 *
 * @param sources what they told, numbered from 1
 * @param moments in the order of time
 * @param undated dates that cannot be placed
 * @param withheld accounts of theirs that may not be shown, and why
 */
public record Dossier(
        boolean unprotected,
        List<Source> sources,
        List<Moment> moments,
        List<Event> undated,
        List<Practice> practices,
        List<Kept> kept,
        List<Publication.Withheld> withheld) {
    public Dossier {
        sources = List.copyOf(sources);
        moments = List.copyOf(moments);
        undated = List.copyOf(undated);
        practices = List.copyOf(practices);
        kept = List.copyOf(kept);
        withheld = List.copyOf(withheld);
    }

    /** @param number from 1 */
    public record Source(
            int number, Optional<String> title, Optional<String> when, Optional<String> group, int exhibit) {}

    /** What stands in the timeline. */
    public sealed interface Moment {}

    /**
     * @param words the sentence in which it is told
     * @param source the account's number
     * @param decided whether a person has accepted the date
     */
    public record Event(String when, String words, int source, boolean decided) implements Moment {}

    /** When an account was written. */
    public record Written(String when, Optional<String> title, int source) implements Moment {}

    /**
     * A time of which nothing dated is told.
     *
     * @param months whole ones
     */
    public record Gap(String from, String to, int months) implements Moment {}

    public record Practice(String name, String definition, List<Said> said) {}

    /**
     * @param denies whether they say that it was not so
     * @param at where in the account's text, if that may be said: code points, the end exclusive
     */
    public record Said(String words, boolean denies, Standing standing, int source, Optional<String> at) {}

    /**
     * An exhibit.
     *
     * @param form in which it was read
     * @param name empty if it is protected
     * @param bytes its size; empty if it is protected
     * @param sha256 empty if it is protected
     */
    public record Kept(
            int number,
            String form,
            Optional<String> name,
            Optional<Long> bytes,
            String since,
            Optional<Sha256> sha256) {}

    /** How many dates are told. */
    public int events() {
        return (int) moments.stream().filter(Event.class::isInstance).count();
    }

    public int gaps() {
        return (int) moments.stream().filter(Gap.class::isInstance).count();
    }

    public int passages() {
        return practices.stream().mapToInt(practice -> practice.said().size()).sum();
    }

    /** The page from which it is set. */
    String html(Strings strings) {
        String page = page(strings, new TreeSet<>());
        SortedSet<Integer> none = Pdf.missing(page);
        return none.isEmpty() ? page : page(strings, none);
    }

    private String page(Strings strings, SortedSet<Integer> missing) {
        var values = new HashMap<String, Object>();
        values.put("dossier", this);
        values.put("missing", missing.size());
        values.put("page", Page.printed(strings, strings.say("title", strings.say("dossier.title"))));
        return Templates.render("print/dossier.jte", values);
    }
}
