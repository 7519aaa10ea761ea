package org.afterword.model;

import java.util.List;
import java.util.Optional;

/** Another account that is as one there is, but for what is set here. */
public final class AccountCopy {
    private final Account of;
    private Id id;
    private Id exhibit;
    private Optional<Id> group;
    private String title;
    private Optional<String> author;
    private Optional<String> poster;
    private Optional<String> channel;
    private Optional<When> date;
    private Optional<String> sourceUrl;
    private Optional<String> repostOf;
    private String text;
    private List<Speaker> speakers;
    private List<Turn> turns;
    private Optional<Threaded> threaded;
    private List<Anchor> anchors;
    private List<Span> redactions;
    private List<Cited> cited;
    private List<Metadatum> metadata;

    AccountCopy(Account of) {
        this.of = of;
        id = of.id();
        exhibit = of.exhibit();
        group = of.group();
        title = of.title();
        author = of.author();
        poster = of.poster();
        channel = of.channel();
        date = of.date();
        sourceUrl = of.sourceUrl();
        repostOf = of.repostOf();
        text = of.text();
        speakers = of.speakers();
        turns = of.turns();
        threaded = of.threaded();
        anchors = of.anchors();
        redactions = of.redactions();
        cited = of.cited();
        metadata = of.metadata();
    }

    public AccountCopy id(Id now) {
        id = now;
        return this;
    }

    public AccountCopy exhibit(Id now) {
        exhibit = now;
        return this;
    }

    public AccountCopy group(Optional<Id> now) {
        group = now;
        return this;
    }

    public AccountCopy title(String now) {
        title = now;
        return this;
    }

    public AccountCopy author(Optional<String> now) {
        author = now;
        return this;
    }

    public AccountCopy poster(Optional<String> now) {
        poster = now;
        return this;
    }

    public AccountCopy channel(Optional<String> now) {
        channel = now;
        return this;
    }

    public AccountCopy date(Optional<When> now) {
        date = now;
        return this;
    }

    public AccountCopy sourceUrl(Optional<String> now) {
        sourceUrl = now;
        return this;
    }

    public AccountCopy repostOf(Optional<String> now) {
        repostOf = now;
        return this;
    }

    public AccountCopy text(String now) {
        text = now;
        return this;
    }

    public AccountCopy speakers(List<Speaker> now) {
        speakers = now;
        return this;
    }

    public AccountCopy turns(List<Turn> now) {
        turns = now;
        return this;
    }

    public AccountCopy threaded(Optional<Threaded> now) {
        threaded = now;
        return this;
    }

    public AccountCopy anchors(List<Anchor> now) {
        anchors = now;
        return this;
    }

    public AccountCopy redactions(List<Span> now) {
        redactions = now;
        return this;
    }

    public AccountCopy cited(List<Cited> now) {
        cited = now;
        return this;
    }

    public AccountCopy metadata(List<Metadatum> now) {
        metadata = now;
        return this;
    }

    public Account account() {
        return new Account(
                id,
                exhibit,
                group,
                of.format(),
                title,
                author,
                poster,
                channel,
                date,
                of.language(),
                sourceUrl,
                repostOf,
                text,
                speakers,
                turns,
                threaded,
                anchors,
                redactions,
                cited,
                metadata);
    }
}
