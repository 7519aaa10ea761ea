package org.afterword.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.model.Sha256;
import org.afterword.page.Page;
import org.afterword.page.Pdf;
import org.afterword.page.Strings;
import org.afterword.page.Templates;

/**
 * A site as one document, in the order in which one reads it: for each group the way through it, then answer by answer what
 * people say; then accounts whole, what to ask, how it was made and what could not be shown. What the site divides into
 * pages for slow lines is whole here. Passages are numbered through, so that an answer can point to those behind it.
 *
 * @param findings by the address of the first page of each
 * @param accounts each whole
 * @param missing characters that no typeface has
 */
public record Report(
        Shown.Start start,
        List<Shown.Group> groups,
        Map<Address, Shown.Finding> findings,
        List<Shown.Account> accounts,
        Shown.Method method,
        Shown.LeftOut leftOut,
        Map<Sha256, Integer> numbers,
        SortedSet<Integer> missing) {

    /** @param number of a passage, or of an account that stands here whole */
    public record Proof(boolean account, int number, Sha256 commitment) {}

    static Report of(Site site) {
        var findings = new LinkedHashMap<Address, Shown.Finding>();
        for (Shown.Finding page : site.findings()) {
            findings.merge(page.address().part(1), page, Report::joined);
        }
        var numbers = new LinkedHashMap<Sha256, Integer>();
        for (Shown.Group group : site.groups()) {
            inOrder(group, findings)
                    .flatMap(finding -> Stream.concat(finding.voices().stream(), finding.opposing().stream()))
                    .forEach(passage -> numbers.putIfAbsent(passage.commitment(), numbers.size() + 1));
        }
        var accounts = new LinkedHashMap<Address, Shown.Account>();
        for (Shown.Account page : site.accounts()) {
            accounts.merge(page.address().part(1), page, Report::joined);
        }
        return new Report(
                site.start(),
                site.groups(),
                findings,
                List.copyOf(accounts.values()),
                site.method(),
                site.leftOut(),
                numbers,
                new TreeSet<>());
    }

    private static Shown.Finding joined(Shown.Finding one, Shown.Finding next) {
        return one.with(
                Stream.concat(one.voices().stream(), next.voices().stream()).toList(),
                Stream.concat(one.opposing().stream(), next.opposing().stream()).toList());
    }

    private static Shown.Account joined(Shown.Account one, Shown.Account next) {
        return one.with(
                Stream.concat(one.turns().stream(), next.turns().stream()).toList());
    }

    private static Stream<Shown.Finding> inOrder(Shown.Group group, Map<Address, Shown.Finding> findings) {
        return Stream.concat(group.steps().stream().flatMap(step -> step.findings().stream()), group.besides().stream())
                .map(finding -> findings.getOrDefault(finding.address().part(1), finding));
    }

    /** The answers about a group, in the order of its pathway, and those that belong to no step. */
    public List<Shown.Finding> findings(Shown.Group group) {
        return inOrder(group, findings).toList();
    }

    /** The passages behind an answer, all of them. */
    public List<Shown.Passage> behind(Shown.Finding finding) {
        Shown.Finding whole = findings.getOrDefault(finding.address().part(1), finding);
        return Stream.concat(whole.voices().stream(), whole.opposing().stream()).toList();
    }

    public int number(Shown.Passage passage) {
        return Optional.ofNullable(numbers.get(passage.commitment())).orElseThrow();
    }

    public List<Proof> proofs() {
        var proofs = new ArrayList<Proof>();
        numbers.forEach((commitment, number) -> proofs.add(new Proof(false, number, commitment)));
        accounts.forEach(account -> proofs.add(new Proof(true, account.address().number(), account.commitment())));
        return List.copyOf(proofs);
    }

    /** Where something stands in the document: made of small numbers alone, as addresses are. */
    public String anchor(Address address) {
        String file = address.part(1).file();
        return file.substring(0, file.indexOf('.'));
    }

    /** Where the answers about a group begin. */
    public String answers(Shown.Group group) {
        return "answers-" + group.address().group();
    }

    /** The pictures from the case by their names. */
    Map<String, byte[]> pictures() {
        var pictures = new TreeMap<String, byte[]>();
        accounts.stream()
                .flatMap(account -> account.picture().stream())
                .forEach(shown ->
                        pictures.put(shown.address().file(), shown.picture().png()));
        return pictures;
    }

    /** The page from which it is set. */
    String html(Strings strings) {
        String page = page(strings, this);
        SortedSet<Integer> none = Pdf.missing(page);
        return none.isEmpty() ? page : page(strings, lacking(none));
    }

    private Report lacking(SortedSet<Integer> letters) {
        return new Report(start, groups, findings, accounts, method, leftOut, numbers, letters);
    }

    private static String page(Strings strings, Report report) {
        var values = new HashMap<String, Object>();
        values.put("report", report);
        values.put("page", Page.printed(strings, strings.say("title", strings.say("print.title"))));
        return Templates.render("print/report.jte", values);
    }
}
