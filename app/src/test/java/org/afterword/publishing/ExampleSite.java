package org.afterword.publishing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.afterword.model.ContentNote;
import org.afterword.model.Kinship;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Standing;
import org.afterword.model.Vantage;
import org.afterword.page.Dots;
import org.afterword.page.Dots.Kind;
import org.afterword.page.Strings;
import org.afterword.protection.Quoted;
import org.afterword.protection.Redacted;
import org.afterword.protection.Shows;
import org.afterword.witnesses.Range;

/** A site about a fictional group, with what makes layouts break: long names, ranges, many people, nobody. */
final class ExampleSite {
    static final String LEAVE = "https://weather.example/";
    private static final Redacted GROUP = Shows.text("The Lantern Circle");
    private static final Redacted ROWING = Shows.text("Upper Weir Rowing Club");
    private static final Shown.Period YEARS = new Shown.Period(YearMonth.of(2016, 3), YearMonth.of(2023, 11));

    private ExampleSite() {}

    static Site site() {
        var findings = new ArrayList<Shown.Finding>();
        findings.add(finding(
                2,
                "Steps towards joining",
                "Of 9 to 11 people, 6 say that they were drawn in step by step; the others do not mention it.",
                List.of(part(Kind.FIRST_HAND, 6, 6), part(Kind.NOT_MENTIONED, 3, 5)),
                List.of(
                        passage(
                                1,
                                "After the open evening Ada rang me twice. The second time she said there was one place left in the spring seminar, and that she had kept it for me.",
                                false,
                                false),
                        passage(
                                2,
                                "You were always one step away from the next room. Nobody said what was in it.",
                                false,
                                true)),
                List.of(),
                List.of()));
        findings.add(finding(
                3,
                "Money asked",
                "Of 9 to 11 people, 4 say that they were asked or pressed to give, pledge or raise money; 1 to 2 have it only from others; 1 says that nobody asked or pressed them for money; 1 says both; the others do not mention it or could not know.",
                List.of(
                        part(Kind.FIRST_HAND, 4, 4),
                        part(Kind.TOLD, 1, 2),
                        part(Kind.MIXED, 1, 1),
                        part(Kind.DENY, 1, 1),
                        part(Kind.NOT_MENTIONED, 1, 2),
                        part(Kind.NOT_IN_POSITION, 1, 1)),
                List.of(
                        passage(
                                1,
                                "In the second year they asked me for forty a month, and when I said that I could not, Ada sat with me for an hour and asked what I was holding on to. I paid. I went on paying for three years, also in the months when I borrowed it.",
                                false,
                                false),
                        passage(
                                3,
                                "A pledge was expected of everybody who went on the summer retreat, and the amounts were read out.",
                                true,
                                false)),
                List.of(passage(
                        4,
                        "Nobody ever asked me for a penny. I gave when I wanted to, and when I stopped nobody said a word.",
                        false,
                        true)),
                List.of(new Shown.Beside(
                        Shows.text("Of those who left"),
                        new Shown.Side(GROUP, new Dots(List.of(part(Kind.FIRST_HAND, 4, 5), part(Kind.DENY, 1, 1)))),
                        new Shown.Side(
                                ROWING, new Dots(List.of(part(Kind.DENY, 2, 2), part(Kind.NOT_MENTIONED, 3, 3)))),
                        List.of(
                                Shows.text("Of all whose accounts were read:"),
                                Shows.text("The Lantern Circle: 4 to 5 of 6"),
                                Shows.text("Upper Weir Rowing Club: 0 of 5"))))));
        findings.add(finding(
                11,
                "What was good",
                "Of 9 to 11 people, 7 say something good of it; the others do not mention it.",
                List.of(part(Kind.FIRST_HAND, 7, 7), part(Kind.NOT_MENTIONED, 2, 4)),
                List.of(passage(
                        2,
                        "I had never been listened to like that. I still have two friends from those years, and I would not give them back.",
                        false,
                        false)),
                List.of(),
                List.of()));
        var coverage = new Shown.Coverage(14, 12, 1, new Range(9, 11));
        var group = new Shown.Group(
                Address.group(1),
                GROUP,
                List.of(Shows.text("Lantern Seminars for Personal Growth and Unfolding in the Upper Valley")),
                List.of(new Shown.Kin(Kinship.SPLIT_FROM, Shows.text("The Old Lantern (2009)"))),
                List.of(new Shown.Size(true, Shows.text("300 (2019)"))),
                List.of(Shows.text("Nobody has ever been made to do anything in our seminars.")),
                Optional.of(new Shown.Asked(true)),
                false,
                coverage,
                Optional.of(YEARS),
                List.of(
                        new Shown.Step(
                                Shows.text("How do people come into touch with it?"),
                                findings.subList(0, 1),
                                List.of(),
                                Optional.empty(),
                                Optional.of(Shows.text("Of the 9 to 11 people who tell of how they came into touch with"
                                        + " it, 7 to 8 also tell of what it asked of them."))),
                        new Shown.Step(
                                Shows.text("What does it ask of people?"),
                                findings.subList(1, 2),
                                List.of(Shows.text("What keeps people in")),
                                Optional.empty(),
                                Optional.empty()),
                        new Shown.Step(
                                Shows.text("What happens when somebody leaves?"),
                                List.of(),
                                List.of(Shows.text("Penalties for leaving"), Shows.text("Open criticism")),
                                Optional.of(Shows.text("Nobody speaks of this.")),
                                Optional.empty())),
                findings.subList(2, 3),
                List.of(Shows.text("Sleep, food and long hours"), Shows.text("<b>Being watched</b>")));
        var rowing = new Shown.Group(
                Address.group(2),
                ROWING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                true,
                new Shown.Coverage(5, 5, 0, new Range(5, 5)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
        List<Shown.Group> groups = List.of(group, rowing);
        return new Site(
                new Shown.Start(
                        groups,
                        Optional.of(findings.get(1)),
                        Optional.of(
                                Shows.text(
                                        "Gathered by two former members and a librarian. We are not a company and take no money.")),
                        List.of(new Shown.Support(
                                Shows.text("The Night Line"),
                                Shows.text("listens to people who left a group, every evening"),
                                Shows.text("555 0100"))),
                        Optional.of(YearMonth.of(2024, 2)),
                        2),
                groups,
                findings,
                List.of(account(), folded()),
                new Shown.Method(groups, Optional.of(YearMonth.of(2024, 2))),
                new Shown.LeftOut(2, 1, 4, 1, 9, 6, 1),
                List.of(new Shown.Correction(
                        YearMonth.of(2024, 2),
                        Shows.text("On money these pages said “5 say so”; one of them was counted twice. It is 4."))));
    }

    /** As it is published in English. */
    static SortedMap<String, byte[]> files(Site site) {
        return files(site, Locale.ENGLISH);
    }

    static SortedMap<String, byte[]> files(Site site, Locale language) {
        return files(site, Strings.of(language));
    }

    static SortedMap<String, byte[]> files(Site site, Strings strings) {
        var settings = new Settings(
                strings, LEAVE, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return bytes(site.files(settings, Sha256.of("a root"), word -> true, new Last(Quoted.of(List.of()))));
    }

    /** With the list of commitments, the sums and the note. */
    static SortedMap<String, byte[]> sealed(Seal seal, Map<String, byte[]> files, List<Sha256> commitments) {
        SortedMap<String, Finished> all = finished(files);
        seal.close(all, seal.tree(commitments));
        return bytes(all);
    }

    static SortedMap<String, Finished> finished(Map<String, byte[]> files) {
        var all = new TreeMap<String, Finished>();
        files.forEach((name, bytes) -> all.put(name, Finished.of(bytes)));
        return all;
    }

    static SortedMap<String, byte[]> bytes(Map<String, Finished> files) {
        var all = new TreeMap<String, byte[]>();
        files.forEach((name, file) -> all.put(name, file.bytes()));
        return all;
    }

    /** Thousands of people, on thirteen questions. */
    static Site crowd() {
        var everybody =
                Arrays.stream(Kind.values()).map(kind -> part(kind, 900, 3_000)).toList();
        var findings = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> finding(
                        i,
                        "A practice",
                        "Of many people whose accounts were read, many say so. "
                                .repeat(5)
                                .strip(),
                        everybody,
                        List.of(),
                        List.of(),
                        List.of(new Shown.Beside(
                                ROWING,
                                new Shown.Side(GROUP, new Dots(everybody)),
                                new Shown.Side(ROWING, new Dots(everybody)),
                                List.of(GROUP)))))
                .toList();
        Site small = site();
        Shown.Group group = small.groups().getFirst();
        var groups = List.of(new Shown.Group(
                group.address(),
                group.name(),
                group.also(),
                group.kin(),
                group.sizes(),
                group.replies(),
                group.asked(),
                false,
                group.coverage(),
                group.told(),
                List.of(new Shown.Step(ROWING, findings, List.of(), Optional.empty(), Optional.empty())),
                List.of(),
                List.of()));
        return new Site(
                small.start(),
                groups,
                findings,
                small.accounts(),
                small.method(),
                small.leftOut(),
                small.corrections());
    }

    static Shown.Account account() {
        Redacted first = Shows.text(
                "I joined the Circle in the spring of 2016, a year after my mother died. I was not looking for anything, or I would have said so.\n\nThe first evening there was soup. I mention it because nobody ever mentions the soup.");
        Redacted second = Shows.text("And when you left?");
        Redacted third = Shows.text("It took two years. The phone rang, and then it did not ring.");
        return new Shown.Account(
                Address.account(1),
                1,
                1,
                Optional.of(Shows.text("Nobody mentions the soup")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(GROUP),
                Optional.of(new Shown.Period(YearMonth.of(2021, 5), YearMonth.of(2021, 5))),
                List.of(),
                List.of(
                        new Shown.Turn(
                                Optional.of(Shows.text("Robin")),
                                1,
                                false,
                                List.of(
                                        new Shown.Extract(
                                                first, new Span(0, first.text().indexOf("\n\n"))),
                                        new Shown.Extract(
                                                first,
                                                new Span(
                                                        first.text().indexOf("\n\n") + 2,
                                                        first.text().length())))),
                        new Shown.Turn(
                                Optional.empty(),
                                2,
                                true,
                                List.of(new Shown.Extract(
                                        second, new Span(0, second.text().length())))),
                        new Shown.Turn(
                                Optional.of(Shows.text("Robin")),
                                1,
                                false,
                                List.of(new Shown.Extract(
                                        third, new Span(0, third.text().length()))))),
                Optional.empty(),
                Sha256.of("account"));
    }

    /** An account before which a reader is told what it tells of. */
    private static Shown.Account folded() {
        Redacted words = Shows.text("There was a night of which I will say only this much, and then no more.");
        return new Shown.Account(
                Address.account(2),
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(GROUP),
                Optional.empty(),
                List.of(ContentNote.SEXUAL_VIOLENCE, ContentNote.SELF_HARM),
                List.of(new Shown.Turn(
                        Optional.empty(),
                        0,
                        false,
                        List.of(new Shown.Extract(
                                words, new Span(0, words.text().length()))))),
                Optional.empty(),
                Sha256.of("folded"));
    }

    private static Dots.Part part(Kind kind, int low, int high) {
        return new Dots.Part(kind, new Range(low, high));
    }

    private static Shown.Passage passage(int witness, String words, boolean reworded, boolean prompted) {
        return new Shown.Passage(
                witness,
                Optional.of(Vantage.MEMBER),
                Standing.FIRST_HAND,
                reworded,
                prompted,
                Optional.of(new Shown.Period(YearMonth.of(2021, 5), YearMonth.of(2021, 5))),
                Shows.text(words),
                witness == 2 ? List.of(ContentNote.VIOLENCE, ContentNote.HARM_TO_CHILDREN) : List.of(),
                Optional.empty(),
                Optional.empty(),
                witness == 1 ? Optional.of(Address.account(1)) : Optional.empty(),
                Sha256.of(words));
    }

    private static Shown.Finding finding(
            int number,
            String title,
            String sentence,
            List<Dots.Part> parts,
            List<Shown.Passage> voices,
            List<Shown.Passage> opposing,
            List<Shown.Beside> ordinary) {
        return new Shown.Finding(
                Address.finding(1, number),
                Address.cite(48_210_213, number),
                1,
                GROUP,
                Address.group(1),
                Shows.text(title),
                Shows.text("What does it ask of you?"),
                Shows.text(
                        "Money asked, pledged, collected or pressed for. A plain price that is freely paid is not counted."),
                Shows.text(sentence),
                new Dots(parts),
                new Range(9, 11),
                people(parts, Kind.DENY),
                people(parts, Kind.MIXED),
                voices,
                opposing,
                opposing.stream().findFirst(),
                Optional.of(YEARS),
                ordinary.isEmpty() ? List.of() : List.of(Shows.text("Giving is free with us, and always was.")),
                ordinary,
                Optional.empty(),
                3,
                2);
    }

    private static Range people(List<Dots.Part> parts, Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(Dots.Part::people)
                .findFirst()
                .orElse(new Range(0, 0));
    }
}
