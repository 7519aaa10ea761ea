package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/** What the pages show to somebody who is here with what they tell themselves. */
public final class MineSheets {
    private MineSheets() {}

    /**
     * What there is.
     *
     * @param kept what was kept, in a sentence; empty if nothing was
     * @param unreadable names of files that are safe and gave nothing
     * @param unread how many were not read yet, in a sentence; empty if none
     * @param accounts what was read, a page of it
     * @param place where the case lies on this computer
     */
    public record Have(
            Sheets.Frame frame,
            String kept,
            List<String> unreadable,
            String unread,
            List<Told> accounts,
            Optional<Sheets.Way> previous,
            Optional<Sheets.Way> next,
            String place) {}

    /** @param about who wrote it, in which file, and when */
    public record Told(String href, String title, String about) {}

    /**
     * When it was.
     *
     * @param moments in the order of time, a page of them
     * @param undated dates that cannot be placed; on the last page
     * @param gaps how many, in a sentence; empty if there is no moment
     */
    public record Time(
            Sheets.Frame frame,
            List<Moment> moments,
            List<Moment> undated,
            String gaps,
            Optional<Sheets.Way> previous,
            Optional<Sheets.Way> next) {}

    /**
     * @param when in words; of a gap, from when to when
     * @param words what is told of it, or what was written then
     * @param decided whether a person has accepted the date
     * @param gap whether nothing dated is told of that time
     */
    public record Moment(String when, String words, Sheets.Way source, boolean decided, boolean gap) {}

    /**
     * Who is named.
     *
     * @param you names that are the teller's own
     * @param others of people, those first who are named most often
     * @param clues by what the teller might be known
     */
    public record People(
            Sheets.Frame frame,
            List<Person> you,
            List<Person> others,
            Optional<Sheets.Way> previous,
            Optional<Sheets.Way> next,
            List<Clues> clues) {}

    /**
     * @param often how often it is named
     * @param shown how strangers will read it; empty if that is not decided
     * @param seen the decision on who it is that holds now
     */
    public record Person(
            String id, String name, List<String> forms, String often, String href, String shown, String seen) {}

    public record Clues(String says, List<String> words) {}

    /**
     * The dossier.
     *
     * @param tellers whose it may be
     * @param file where it is to lie
     * @param made what was made, in sentences; empty if nothing was
     * @param unprotected whether it was one for the teller alone
     * @param obstacles what has to be decided first
     */
    public record Print(
            Sheets.Frame frame,
            List<Teller> tellers,
            String file,
            List<String> made,
            boolean unprotected,
            List<PublishSheets.Obstruction> obstacles) {}

    /**
     * @param about in how many accounts, and which
     * @param unsaid of how many of them it is not recorded what others may read
     */
    public record Teller(String id, String name, String about, int unsaid, boolean chosen) {}
}
