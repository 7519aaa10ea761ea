package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.coding.Agreement;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Judgement;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Span;

/** What coders judged differently, each with its passages and reasons, to be settled by a third. */
final class DifferencesPage {
    private static final int PAGE = 20;
    private static final String ADDRESS = "/agreement/differences";

    private static final String DISPUTED = Coded.Status.DISPUTED.toString();

    private final Desk desk;
    private final State state;
    private final Codebooks codebooks;
    private final Agreement agreement;
    private final Agreement.Level level;
    private final boolean settles;
    /** Of each coding that is judged differently, or settled: where coders work blind, of each there is. */
    private final Map<Id, Coded> codings = new HashMap<>();

    private DifferencesPage(Desk desk, Agreement.Level level, boolean settles) {
        this.desk = desk;
        this.state = desk.state();
        this.codebooks = Codebooks.of(state.contents());
        this.agreement = desk.agreement(level);
        this.level = level;
        this.settles = settles;
        if (state.contents().blind()) {
            Codings.of(state.contents()).forEach(this::take);
        } else {
            Headed<Coded> kept = desk.coded();
            kept.headings().stream()
                    .filter(heading -> heading.equals(DISPUTED) || heading.startsWith(Standing.SETTLED))
                    .forEach(heading -> kept.under(heading).forEach(this::take));
        }
    }

    private void take(Coded one) {
        codings.put(one.suggestion(), one);
    }

    /**
     * @param level "passage", or anything else for accounts
     * @param settles whether this person settles, and so sees what coders who work blind do not
     * @param number the page's, from 1
     */
    static CodingSheets.DifferencesSheet of(Desk desk, String level, boolean settles, int number) {
        return new DifferencesPage(desk, AgreementPage.level(level), settles).sheet(number);
    }

    /**
     * Coders' differences on one thing.
     *
     * @param said by each coder
     * @param suggestions the codings behind it
     * @param settled whether each of them is
     */
    private record Difference(
            Id account,
            String code,
            Optional<Span> span,
            Map<String, String> said,
            List<Id> suggestions,
            boolean settled) {}

    private boolean settled(List<Id> suggestions) {
        return !suggestions.isEmpty()
                && suggestions.stream()
                        .allMatch(id -> Optional.ofNullable(codings.get(id))
                                .flatMap(Coded::adjudicated)
                                .isPresent());
    }

    private CodingSheets.DifferencesSheet sheet(int number) {
        List<Difference> all = differences();
        boolean whole = settles || !state.contents().blind();
        List<Difference> seen = all.stream()
                .filter(one -> whole || desk.sees(one.account()))
                .sorted(Comparator.comparing(Difference::settled))
                .toList();
        int hidden = all.size() - seen.size();
        Slice<Difference> slice = Slice.of(seen, number, PAGE);
        String here = AgreementPage.address(ADDRESS, level) + (settles ? "&settle=yes" : "");
        long open = seen.stream().filter(one -> !one.settled()).count();
        return new CodingSheets.DifferencesSheet(
                desk.frame("Afterword: judged differently", "/agreement"),
                here + "&page=" + slice.number(),
                AgreementPage.parts(ADDRESS),
                AgreementPage.levels(ADDRESS),
                AgreementPage.address(ADDRESS, level),
                seen.isEmpty()
                        ? "Nothing here is judged differently."
                        : open == 0
                                ? "All that was judged differently is settled."
                                : Phrases.count(open, "difference is", "differences are")
                                        + " to be settled by a third.",
                hidden == 0
                        ? ""
                        : "Coders work blind: " + Phrases.count(hidden, "difference", "differences")
                                + " in accounts that you have not marked as read "
                                + (hidden == 1 ? "is" : "are") + " not shown.",
                settles,
                slice.shown().stream().map(this::unit).toList(),
                slice.previous(here + "&page="),
                slice.next(here + "&page="));
    }

    /** Those that the figures are about, and whatever else two judged differently (how the speaker knows, say). */
    private List<Difference> differences() {
        var all = new ArrayList<Difference>();
        Set<Id> covered = new HashSet<>();
        for (Agreement.Disagreement one : agreement.disagreements()) {
            covered.addAll(one.suggestions());
            all.add(new Difference(
                    one.account(), one.code(), one.span(), one.said(), one.suggestions(), settled(one.suggestions())));
        }
        codings.values().stream()
                .filter(one -> one.status() == Coded.Status.DISPUTED && !covered.contains(one.suggestion()))
                .sorted(Comparator.comparing((Coded one) -> one.passage().account())
                        .thenComparing(one -> one.passage().span())
                        .thenComparing(Coded::suggestion))
                .forEach(one -> all.add(other(one)));
        return all;
    }

    private Optional<Coded> coding(Id suggestion) {
        return Optional.ofNullable(codings.get(suggestion))
                .or(() -> state.contents().suggestion(suggestion).flatMap(state::coding));
    }

    private Difference other(Coded one) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Judgement judgement : one.judgements()) {
            said.put(
                    judgement.coder(),
                    judgement.accepts()
                            ? judgement.coding().polarity() + ", "
                                    + Phrases.standing(judgement.coding().standing())
                            : "rejects it");
        }
        return new Difference(
                one.passage().account(),
                one.coding().code(),
                Optional.of(one.passage().span()),
                said,
                List.of(one.suggestion()),
                settled(List.of(one.suggestion())));
    }

    private CodingSheets.Unit unit(Difference one) {
        String account = "/account/" + one.account();
        List<Coded> behind =
                one.suggestions().stream().flatMap(id -> coding(id).stream()).toList();
        boolean own = one.said().containsKey(desk.coder())
                || behind.stream()
                        .anyMatch(coded -> coded.judgement(desk.coder()).isPresent());
        return new CodingSheets.Unit(
                behind.isEmpty() ? account : Parts.address(behind.getFirst()),
                state.line(one.account()).title(),
                codebooks.code(one.code()).map(code -> code.name()).orElse(one.code()),
                codebooks.code(one.code()).isPresent() ? CodesPage.address(one.code()) : "",
                behind.size() > 1 ? quote(one) : "",
                one.said().entrySet().stream()
                        .map(said -> said.getKey() + ": " + said.getValue())
                        .toList(),
                !own,
                own ? "You are one of its coders; a third settles it." : "",
                behind.stream().map(DifferencesPage::settled).toList());
    }

    private String quote(Difference one) {
        return one.span()
                .flatMap(span -> state.contents()
                        .account(one.account())
                        .filter(account -> span.end() <= account.text().length())
                        .map(account -> span.of(account.text())))
                .orElse("");
    }

    private static CodingSheets.Settled settled(Coded coded) {
        return new CodingSheets.Settled(
                coded.suggestion().toString(),
                Parts.address(coded),
                coded.passage().quote(),
                coded.judgements().stream()
                        .map(one -> Phrases.capital(Phrases.judged(one)) + ".")
                        .toList(),
                coded.adjudicated()
                        .map(one ->
                                "Settled by " + one.coder() + ": " + (one.accepts() ? "it counts" : "it does not count")
                                        + (one.reason().isBlank() ? "." : " (" + one.reason() + ")."))
                        .orElse(""),
                coded.adjudicated().map(Judgement::accepts).orElse(false),
                coded.adjudicated()
                        .flatMap(Judgement::decision)
                        .map(Decision::id)
                        .map(Id::toString)
                        .orElse(""));
    }
}
