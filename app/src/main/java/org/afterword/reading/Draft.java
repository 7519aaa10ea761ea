package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Id;
import org.afterword.model.Metadatum;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.When;

/** What a format says about an account before its text is looked at. The first value that is given stays. */
final class Draft {
    private static final int LONGEST = 400;

    private final Source source;
    private final String format;
    private boolean handles;
    private String title = "";
    private Optional<String> author = Optional.empty();
    private Optional<String> poster = Optional.empty();
    private Optional<String> channel = Optional.empty();
    private Optional<When> date = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<String> sourceUrl = Optional.empty();
    private Optional<String> repostOf = Optional.empty();
    private Optional<Threaded> threaded = Optional.empty();
    private List<Anchor> anchors = List.of();
    private final List<Metadatum> metadata = new ArrayList<>();

    Draft(Source source, String format) {
        this.source = source;
        this.format = format;
    }

    private static Optional<String> first(Optional<String> old, Optional<String> fresh) {
        return old.or(() -> fresh.map(String::strip).filter(text -> !text.isEmpty()));
    }

    /** Names are handles of a platform: each is one person's, also "worker". */
    Draft handles() {
        handles = true;
        return this;
    }

    Draft title(String text) {
        title = title.isEmpty() ? text.strip().replaceAll("\\s+", " ") : title;
        return this;
    }

    Draft author(Optional<String> name) {
        author = first(author, name);
        return this;
    }

    Draft poster(Optional<String> name) {
        poster = first(poster, name);
        return this;
    }

    Draft channel(Optional<String> name) {
        channel = first(channel, name);
        return this;
    }

    Draft date(Optional<When> when) {
        date = date.or(() -> when);
        return this;
    }

    Draft language(Optional<String> code) {
        language = first(language, code);
        return this;
    }

    Draft sourceUrl(Optional<String> address) {
        sourceUrl = first(sourceUrl, address);
        return this;
    }

    /** The text is somebody else's than the poster's, who is so far taken for its author. */
    Draft repost(Repost repost, Optional<String> link) {
        if (repostOf.isPresent()) {
            return this;
        }
        repostOf = Optional.of(link.or(repost::address).orElse(repost.words()));
        if (!repost.own()) {
            poster = poster.or(() -> author);
            author = repost.author();
        }
        return this;
    }

    Draft repostOf(String where) {
        repostOf = first(repostOf, Optional.of(where));
        return this;
    }

    Draft threaded(Threaded place) {
        threaded = threaded.or(() -> Optional.of(place));
        return this;
    }

    /** Where the text that the account will have stands in the exhibit. */
    Draft anchors(List<Anchor> places) {
        anchors = List.copyOf(places);
        return this;
    }

    /**
     * What the file says besides.
     *
     * @param name in small letters with hyphens
     */
    Draft metadata(String name, Optional<String> value) {
        value.map(text -> Json.wellFormed(text).strip())
                .filter(text -> !text.isEmpty() && metadata.size() < Checked.MOST_METADATA)
                .map(text -> new Metadatum(name, text.length() > LONGEST ? text.substring(0, LONGEST) : text))
                .filter(one -> !metadata.contains(one))
                .ifPresent(metadata::add);
        return this;
    }

    String title() {
        return title;
    }

    Optional<String> author() {
        return author;
    }

    Optional<String> channel() {
        return channel;
    }

    Optional<When> date() {
        return date;
    }

    boolean isRepost() {
        return repostOf.isPresent();
    }

    /** With the anchors that the text brings, if it brings any. */
    Account account(Rendered rendered, List<Speaker> speakers, List<Turn> turns) {
        if (!rendered.anchors().isEmpty()) {
            anchors(rendered.anchors());
        }
        return account(rendered.text(), speakers, turns);
    }

    Account account(String text, List<Speaker> speakers, List<Turn> turns) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new Account(
                Id.random(),
                source.exhibit(),
                source.group(),
                format,
                title,
                author,
                poster,
                channel,
                date,
                language.or(() -> Language.of(text)),
                sourceUrl,
                repostOf,
                text,
                speakers,
                turns,
                threaded,
                anchors,
                Noted.redactions(text, lower),
                Noted.cited(text, lower),
                metadata);
    }

    Speaker speaker(Optional<String> name, Speaker.Role role) {
        Speaker.Kind named =
                name.filter(text -> !handles && Byline.isLabel(text)).isPresent()
                        ? Speaker.Kind.LABEL
                        : Speaker.Kind.NAMED;
        return new Speaker(Id.random(), name.orElse(""), name.isEmpty() ? Speaker.Kind.UNNAMED : named, role);
    }
}
