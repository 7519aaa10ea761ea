package org.afterword.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Step;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.findings.GroupHistory;
import org.afterword.findings.Pathway;
import org.afterword.model.Account;
import org.afterword.model.CopyKind;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.page.Dots;
import org.afterword.page.Dots.Kind;
import org.afterword.protection.Protection;
import org.afterword.protection.Redacted;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.Copy;
import org.afterword.witnesses.Witnesses;

/** What the site will show, made of what the rooms before say. */
final class Draft {
    /** Who tells of two things is told only among so many people: of few, it would tell whose account is which. */
    private static final int ARROW = 5;

    private final Material material;
    private final Protection protection;
    private final Settings settings;
    private final Seal seal;
    private final Last last;
    private final Codebook codebook = Codebook.practices();
    private final Codebook words;
    private final Sentences sentences;
    private final List<Coded> coded;
    private final List<Finding> findings;
    private final List<Arrow> arrows;
    private final Map<Id, GroupHistory> histories = new HashMap<>();
    private final Ordinary ordinary;
    private final Set<Id> copies = new LinkedHashSet<>();
    private final WholeAccounts readable;
    private final Voices voices;
    private final List<Shown.Group> groups = new ArrayList<>();
    private final List<Shown.Finding> pages = new ArrayList<>();

    private Draft(
            Material material, Witnesses witnesses, Settings settings, Seal seal, ShownPictures pictures, Last last) {
        this.material = material;
        this.settings = settings;
        this.seal = seal;
        this.last = last;
        protection = material.protection();
        words = codebook.in(settings.strings().locale());
        sentences = new Sentences(settings.strings(), words);
        coded = material.coded();
        GroupHistory.of(material.contents())
                .forEach(one -> histories.put(one.group().id(), one));
        Findings counted = last.counted(material);
        findings = counted.of(codebook);
        arrows = counted.arrows(codebook);
        ordinary = new Ordinary(counted.portions(codebook), protection, codebook, new Compared(settings.strings()));
        Copies.list(material.contents()).stream()
                .filter(copy -> copy.status() != Copy.Status.REJECTED && copy.kind() != CopyKind.QUOTATION)
                .map(Copy::b)
                .forEach(copies::add);
        readable = last.accounts(() -> new WholeAccounts(material, seal, pictures));
        voices = new Voices(material, witnesses, readable, seal, last);
        findings.parallelStream().filter(Draft::spoken).forEach(voices::heard);
        var order =
                new ArrayList<>(findings.stream().map(Finding::group).distinct().toList());
        order.sort(Comparator.comparing(Group::baseline)
                .thenComparing(
                        group -> Sha256.ofDigest(seal.shuffle(group.id())).hex()));
        for (int i = 0; i < order.size(); i++) {
            group(order.get(i), Address.group(i + 1));
        }
    }

    static Draft of(
            Material material, Witnesses witnesses, Settings settings, Seal seal, ShownPictures pictures, Last last) {
        return new Draft(material, witnesses, settings, seal, pictures, last);
    }

    Site site() {
        return new Site(
                new Shown.Start(
                        groups,
                        first(),
                        settings.runBy().map(protection::line),
                        settings.support(protection),
                        settings.asOf(),
                        (int) readable.pages().stream()
                                .filter(page -> page.part() == 1)
                                .count()),
                groups,
                pages,
                readable.pages(),
                new Shown.Method(groups, settings.asOf()),
                LeftOut.of(material, coded, copies.size()),
                List.of());
    }

    /** The answer of which most people say for certain how it was; of several, the first. */
    private Optional<Shown.Finding> first() {
        return groups.stream()
                .filter(group -> !group.ordinary())
                .flatMap(group -> group.steps().stream())
                .flatMap(step -> step.findings().stream())
                .max(Comparator.<Shown.Finding>comparingInt(finding -> finding.dots()
                                .people(Kind.FIRST_HAND, Kind.MIXED, Kind.DENY)
                                .low())
                        .thenComparing(pages::indexOf, Comparator.reverseOrder()));
    }

    /** The sentences that are ours, and no quotation of anybody. */
    List<String> ours() {
        var ours = new ArrayList<String>();
        settings.strings().keys().forEach(key -> ours.add(settings.strings().pattern(key)));
        for (Code code : words.codes()) {
            ours.add(code.name());
            ours.add(code.definition());
            code.question().ifPresent(ours::add);
        }
        findings.forEach(finding -> ours.add(sentences.of(finding)));
        arrows.forEach(arrow -> ours.add(sentences.of(arrow)));
        ours.addAll(ordinary.words());
        return ours;
    }

    /**
     * @param files the names of all files of the site
     */
    Frame frame(Set<String> files) {
        return new Frame(settings.strings(), words, files);
    }

    /** Of everything that stands on the site. */
    Set<Sha256> commitments() {
        var all = new HashSet<Sha256>();
        for (Shown.Finding page : pages) {
            page.voices().forEach(passage -> all.add(passage.commitment()));
            page.opposing().forEach(passage -> all.add(passage.commitment()));
        }
        readable.pages().forEach(page -> all.add(page.commitment()));
        return all;
    }

    private void group(Group group, Address address) {
        GroupHistory history = histories.getOrDefault(group.id(), GroupHistory.none(group));
        var known = Lineage.of(history, protection);
        Set<Id> same = Set.copyOf(history.same());
        List<Account> told = material.all().stream()
                .filter(account -> account.group().filter(same::contains).isPresent())
                .filter(account -> material.quotability().get(account.id()).counted())
                .toList();
        List<Account> read = told.stream().filter(material::read).toList();
        List<Finding> own = findings.stream()
                .filter(finding -> finding.group().equals(group))
                .toList();
        Finding any = own.getFirst();
        Pathway pathway = Pathway.of(group, own, arrows, codebook);
        Redacted name = protection.line(group.name());
        var made = new HashMap<String, Shown.Finding>();
        for (int i = 0; i < own.size(); i++) {
            Finding finding = own.get(i);
            Code code = words.code(finding.code()).orElseThrow();
            if (spoken(finding)) {
                List<Shown.Finding> parts = finding(finding, code, name, address, number(code));
                pages.addAll(parts);
                made.put(finding.code(), parts.getFirst());
            }
        }
        groups.add(new Shown.Group(
                address,
                name,
                known.names(),
                known.kin(),
                known.sizes(),
                known.replies(),
                known.asked(),
                group.baseline(),
                new Shown.Coverage(
                        any.accounts(),
                        any.read(),
                        (int) read.stream()
                                .map(Account::id)
                                .filter(copies::contains)
                                .count(),
                        any.witnesses()),
                Periods.ofAll(read.stream().map(Account::date).toList()),
                pathway.stages().stream()
                        .map(stage -> new Shown.Step(
                                protection.line(settings.strings().say("step." + stage.step())),
                                stage.findings().stream()
                                        .map(finding -> made.get(finding.code()))
                                        .toList(),
                                silent(own, Optional.of(stage.step())),
                                stage.nothing()
                                        .map(_ -> settings.strings()
                                                .say(any.read() == 0 ? "step.unread" : "step.nothing"))
                                        .map(protection::line),
                                stage.next()
                                        .filter(arrow -> arrow.people().low() >= ARROW)
                                        .map(sentences::of)
                                        .map(protection::line)))
                        .toList(),
                pathway.besides().stream()
                        .map(finding -> made.get(finding.code()))
                        .toList(),
                silent(own, Optional.empty())));
    }

    /** The practices of a step of which nobody says anything. */
    private List<Redacted> silent(List<Finding> own, Optional<Step> step) {
        return own.stream()
                .filter(finding -> finding.read() > 0 && !spoken(finding))
                .map(finding -> words.code(finding.code()).orElseThrow())
                .filter(code -> code.step().equals(step))
                .map(Code::name)
                .map(protection::line)
                .toList();
    }

    private static boolean spoken(Finding finding) {
        return finding.report().high() + finding.deny().high() + finding.mixed().high() > 0;
    }

    private int number(Code code) {
        return words.codes().indexOf(code) + 1;
    }

    private List<Shown.Finding> finding(Finding finding, Code code, Redacted group, Address at, int number) {
        Voices.Heard heard = voices.heard(finding);
        List<Shown.Beside> beside = ordinary.beside(finding);
        List<Redacted> replies = Lineage.replies(
                histories.getOrDefault(finding.group().id(), GroupHistory.none(finding.group())),
                code.id(),
                protection);
        Address cite = Address.cite(seal.lasting(finding.group().id()), number);
        Redacted says = protection.line(sentences.of(finding));
        Redacted name = protection.line(code.name());
        Redacted question = protection.line(code.question().orElse(code.name()));
        Redacted definition = protection.line(code.definition());
        Optional<Redacted> why = beside.isEmpty() ? ordinary.why(finding.group()) : Optional.empty();
        var made = new ArrayList<Shown.Finding>();
        for (Parts.Part part : heard.parts()) {
            made.add(last.same(new Shown.Finding(
                    Address.finding(at.group(), number).part(made.size() + 1),
                    cite,
                    heard.parts().size(),
                    group,
                    at,
                    name,
                    question,
                    definition,
                    says,
                    dots(finding),
                    finding.witnesses(),
                    finding.deny(),
                    finding.mixed(),
                    part.saying(),
                    part.opposing(),
                    heard.opposing(),
                    heard.written(),
                    replies,
                    beside,
                    why,
                    heard.unshown(),
                    finding.unreviewed())));
        }
        return made;
    }

    private static Dots dots(Finding finding) {
        return new Dots(List.of(
                new Dots.Part(Kind.FIRST_HAND, finding.firstHand()),
                new Dots.Part(Kind.TOLD, finding.hearsay()),
                new Dots.Part(Kind.DENY, finding.deny()),
                new Dots.Part(Kind.MIXED, finding.mixed()),
                new Dots.Part(Kind.NOT_MENTIONED, finding.notMentioned()),
                new Dots.Part(Kind.NOT_IN_POSITION, finding.notInPosition())));
    }
}
