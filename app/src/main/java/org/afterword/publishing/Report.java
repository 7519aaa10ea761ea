package org.afterword.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterword.model.Sha256;
import org.afterword.page.Page;
import org.afterword.page.Pdf;
import org.afterword.page.Strings;
import org.afterword.page.Templates;

/**
 * A site as one document, in the order in which one reads it: for each group the way through it, then answer by answer what
 * people say; then accounts whole, what to ask, how it was made and what could not be shown. What the site divides into
 * pages for slow lines is whole here, as far as paper has room. Passages are numbered through, so that an answer can point to
 * those behind it.
 *
 * @param findings by the address of the first page of each
 * @param more how many passages behind an answer have no room here, by the same address; none if it is not in it
 * @param accounts each whole
 * @param moreAccounts how many that may be read whole have no room here
 * @param missing characters that no typeface has
 */
public record Report(
        Shown.Start start,
        List<Shown.Group> groups,
        Map<Address, Shown.Finding> findings,
        Map<Address, Integer> more,
        List<Shown.Account> accounts,
        int moreAccounts,
        Shown.Method method,
        Shown.LeftOut leftOut,
        Map<Sha256, Integer> numbers,
        SortedSet<Integer> missing) {

    /** Passages for which there is room: some 500 pages. */
    static final int PASSAGES = 4_000;

    /** Characters of whole accounts for which there is room: some 300 pages. */
    static final int CHARACTERS = 600_000;

    /** @param number of a passage, or of an account that stands here whole */
    public record Proof(boolean account, int number, Sha256 commitment) {}

    static Report of(Site site) {
        return of(site, PASSAGES, CHARACTERS);
    }

    static Report of(Site site, int passages, int characters) {
        var findings = new LinkedHashMap<Address, Shown.Finding>();
        for (Shown.Finding page : site.findings()) {
            findings.merge(page.address().part(1), page, Report::joined);
        }
        var more = new LinkedHashMap<Address, Integer>();
        int most = most(findings.values(), passages);
        findings.replaceAll((address, finding) -> {
            Shown.Finding cut = finding.with(first(finding.voices(), most), first(finding.opposing(), most));
            int left = size(finding) - size(cut);
            if (left > 0) {
                more.put(address, left);
            }
            return cut;
        });
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
        List<Shown.Account> whole = fitting(accounts.values(), characters);
        return new Report(
                site.start(),
                site.groups(),
                findings,
                more,
                whole,
                accounts.size() - whole.size(),
                site.method(),
                site.leftOut(),
                numbers,
                new TreeSet<>());
    }

    /** So many of those who say so, and of those who say otherwise, that all answers together have room. */
    private static int most(Collection<Shown.Finding> findings, int room) {
        int[] sizes = findings.stream()
                .flatMapToInt(finding ->
                        IntStream.of(finding.voices().size(), finding.opposing().size()))
                .sorted()
                .toArray();
        int left = room;
        for (int i = 0; i < sizes.length; i++) {
            int share = left / (sizes.length - i);
            if (sizes[i] > share) {
                return Math.max(1, share);
            }
            left -= sizes[i];
        }
        return Integer.MAX_VALUE;
    }

    private static List<Shown.Passage> first(List<Shown.Passage> passages, int most) {
        return passages.size() <= most ? passages : passages.subList(0, most);
    }

    private static int size(Shown.Finding finding) {
        return finding.voices().size() + finding.opposing().size();
    }

    private static List<Shown.Account> fitting(Collection<Shown.Account> accounts, int characters) {
        var fitting = new ArrayList<Shown.Account>();
        int left = characters;
        for (Shown.Account account : accounts) {
            left -= account.turns().stream()
                    .flatMap(turn -> turn.paragraphs().stream())
                    .mapToInt(paragraph -> paragraph.text().length())
                    .sum();
            if (left < 0 && !fitting.isEmpty()) {
                break;
            }
            fitting.add(account);
        }
        return List.copyOf(fitting);
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

    /** How many passages behind an answer have no room here. */
    public int more(Shown.Finding finding) {
        return more.getOrDefault(finding.address().part(1), 0);
    }

    /** Whether an account stands here whole. */
    public boolean stands(Address account) {
        return accounts.stream().anyMatch(one -> one.address().part(1).equals(account.part(1)));
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
        return new Report(start, groups, findings, more, accounts, moreAccounts, method, leftOut, numbers, letters);
    }

    private static String page(Strings strings, Report report) {
        var values = new HashMap<String, Object>();
        values.put("report", report);
        values.put("page", Page.printed(strings, strings.say("title", strings.say("print.title"))));
        return Templates.render("print/report.jte", values);
    }
}
