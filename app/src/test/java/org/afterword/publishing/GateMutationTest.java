package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Polarity;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One thing that protects is left out at a time, in a case that may be published: each decision on which it hangs, each
 * name that was replaced, each text that may not be quoted. The gate stays shut, or nothing of it is shown.
 */
class GateMutationTest {
    private static final byte[] SECRET = new byte[32];
    private static final LocalDate WRITTEN = LocalDate.of(2021, 5, 4);
    private static final String NEVER = "They wanted forty pounds every month out of my wages until the third summer.";

    @TempDir
    private Path dir;

    private final FictionalCase file = new FictionalCase();
    private final List<Identity> hidden = new ArrayList<>();
    private int tellers;
    private Id treasurer = Id.random();

    private Account told(String text) {
        String teller = "Teller " + (char) ('A' + tellers++);
        return file.account(file.circle, "", List.of(text), List.of(teller), Optional.empty(), WRITTEN);
    }

    @BeforeEach
    void aCaseThatMayBePublished() {
        Account shown = told(
                "In the second winter Quillon Vantongeren asked me to sign for money. Mrs Ostrowick of"
                        + " Netherfold wrote it down. I was the treasurer of the northern branch for nine years. Oswin Tarrant stole the money of the fund.");
        treasurer = shown.id();
        Account other = told("Oswin Tarrant took us to one side and wanted our savings that evening by the river.");
        Account reworded = told("At the summer retreat we signed a paper that said how much we would bring.");
        Account counted = told(NEVER);
        Identity quillon = file.person("Quillon Vantongeren", shown);
        Identity ostrowick = file.person("Mrs Ostrowick", shown);
        Identity netherfold = file.person("Netherfold", shown);
        hidden.addAll(List.of(quillon, ostrowick, netherfold));
        Identity oswin = file.person("Oswin Tarrant", shown, other);
        file.decide(quillon.id(), "pseudonym=Ada Brook")
                .decide(ostrowick.id(), "role=an office-holder")
                .decide(netherfold.id(), "redact")
                .decide(oswin.id(), "is=office-holder")
                .keep(oswin, "keep=office-holder", "Chair of the circle, on its own website.")
                .decide(oswin.id(), "legal-review=A lawyer has read it, in March.");
        coded(shown, "Quillon Vantongeren asked me to sign for money");
        coded(shown, "Oswin Tarrant stole the money of the fund.");
        coded(other, "Oswin Tarrant took us to one side and wanted our savings");
        Suggestion retreat = coded(reworded, "we signed a paper");
        coded(counted, "They wanted forty pounds every month");
        file.decide(retreat.id(), "reword=A person tells that a promise in writing was wanted.");
        file.decide(counted.id(), "read").decide(counted.id(), "consent=counts").decide(counted.id(), "public=no");
        file.allow(shown, "verbatim").allow(other, "verbatim").allow(reworded, "reworded");
        file.decide(other.id(), "wants-to-see");
        file.decide(
                other.id(),
                new Verdict.SeenByTeller(Optional.of(file.protection().approvalHash(other))));
    }

    private Suggestion coded(Account in, String words) {
        return file.coded(in, words, FictionalCase.MONEY, Polarity.REPORTS);
    }

    private Publication.Outcome publish(String site) throws IOException {
        var outcome = Publication.publish(
                file, file.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, dir.resolve(site));
        if (site.equals("whole")) {
            assertInstanceOf(Publication.Published.class, outcome, outcome::toString);
        }
        return outcome;
    }

    private Map<String, byte[]> files(String site) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.list(dir.resolve(site))) {
            for (Path one : all.toList()) {
                files.put(one.getFileName().toString(), Files.readAllBytes(one));
            }
        }
        return files;
    }

    private String all(String site) throws IOException {
        return String.join(
                "\n",
                files(site).values().stream()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void noDecisionCanBeMissed() throws IOException {
        publish("whole");
        var missed = new ArrayList<String>();
        int number = 0;
        for (Decision decision : file.decisions()) {
            file.undo(decision.target(), decision.aspect());
            String site = "site" + number++;
            if (publish(site) instanceof Publication.Published && !showsLess(decision, site)) {
                missed.add(decision.verdict().text());
            }
            file.again(decision);
        }
        assertTrue(number > 30, "there were " + number);
        assertEquals(List.of(), missed);
        publish("whole");
    }

    /** What it is about is not shown without it. */
    private boolean showsLess(Decision decision, String site) throws IOException {
        String all = all(site);
        return switch (decision.verdict()) {
            // neither counted nor shown until somebody reads it, and says what its author allows
            case Verdict.Read _, Verdict.Allows _, Verdict.Public _ ->
                file.account(decision.target())
                        .map(Account::text)
                        .filter(text -> !all.contains(text.substring(0, 30)))
                        .isPresent();
            // a suggestion that nobody accepted
            case Verdict.Accept _ ->
                file.suggestions().stream()
                        .filter(one -> one.id().equals(decision.target()))
                        .allMatch(one ->
                                !all.contains("promise in writing") || all.contains("promise in writing was wanted"));
            // only asked for where they are said
            case Verdict.Reword _ -> !all.contains("promise in writing") && !all.contains("signed a paper");
            case Verdict.WantsToSee _, Verdict.Is _ -> true;
            // where nothing is left by which somebody may be known, nothing has to be taken on
            case Verdict.RiskAccepted _ -> !decision.target().equals(treasurer);
            default -> false;
        };
    }

    @Test
    void noNameThatIsPutBackIsLetThrough() throws IOException {
        publish("whole");
        Material material = Material.of(file, file.protection());
        List<String> names = List.of(
                "Quillon Vantongeren",
                "Vantongeren",
                "Quillon",
                "vantongeren, quillon",
                "q. vantongeren",
                "QUILLON",
                "Vantongeren’s",
                "quillonvantongeren",
                "Ostrowick",
                "Mrs Ostrowick",
                "Netherfold");
        var missed = new ArrayList<String>();
        int tried = 0;
        for (var page : files("whole").entrySet()) {
            if (!page.getKey().endsWith(".html")) {
                continue;
            }
            String html = new String(page.getValue(), StandardCharsets.UTF_8);
            for (String shown : List.of("Ada Brook", "an office-holder", "[name left out]")) {
                for (int at = html.indexOf(shown); at >= 0; at = html.indexOf(shown, at + 1)) {
                    for (String name : names) {
                        tried++;
                        String put = html.substring(0, at) + name + html.substring(at + shown.length());
                        if (Gate.scan(material, Map.of(page.getKey(), put.getBytes(StandardCharsets.UTF_8)), List.of())
                                .isEmpty()) {
                            missed.add(page.getKey() + ": " + name);
                        }
                    }
                }
            }
        }
        assertTrue(tried > 30, "there were " + tried);
        assertEquals(List.of(), missed);
        assertFalse(hidden.isEmpty());
    }

    @Test
    void noFiveWordsOfWhatMayNotBeQuotedAreLetThrough() throws IOException {
        publish("whole");
        Material material = Material.of(file, file.protection());
        String[] words = NEVER.split(" ", -1);
        String html = new String(files("whole").get("index.html"), StandardCharsets.UTF_8);
        for (int from = 0; from + 5 <= words.length; from++) {
            String run = String.join(" ", List.of(words).subList(from, from + 5));
            String put = html.replaceFirst("</h1>", " " + run + "</h1>");
            assertFalse(
                    Gate.scan(material, Map.of("index.html", put.getBytes(StandardCharsets.UTF_8)), List.of())
                            .isEmpty(),
                    run);
        }
    }
}
