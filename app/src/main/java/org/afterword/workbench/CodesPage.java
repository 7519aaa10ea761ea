package org.afterword.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Coded.Status;
import org.afterword.model.Polarity;

/** The codebooks with their codes; and a code with its passages over all accounts. */
final class CodesPage {
    private static final int PAGE = 25;
    private static final List<Status> ORDER =
            List.of(Status.ACCEPTED, Status.DISPUTED, Status.SUGGESTED, Status.REJECTED);

    private final Desk desk;
    private final State state;
    private final Codebooks codebooks;
    private final Headed<Coded> passages;

    private CodesPage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
        this.codebooks = Codebooks.of(state.contents());
        this.passages = desk.coded();
    }

    private List<Coded> under(String code, Status status) {
        return passages.under(Standing.heading(code, status));
    }

    /** The codes that were used, by their ids. */
    static SortedSet<String> used(Headed<Coded> passages) {
        return passages.headings().stream()
                .filter(heading -> heading.startsWith("code "))
                .map(heading -> heading.substring(5, heading.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static CodingSheets.CodesSheet of(Desk desk) {
        return new CodesPage(desk).list();
    }

    /**
     * @param show the status whose passages are shown; the first there is, if it is none
     * @param number the page's, from 1
     * @return empty if there is no such code
     */
    static Optional<CodingSheets.CodeSheet> of(Desk desk, String id, String show, int number) {
        var page = new CodesPage(desk);
        Optional<Code> code = page.codebooks.code(id);
        return code.isEmpty() && !used(page.passages).contains(id)
                ? Optional.empty()
                : Optional.of(page.one(id, code, show, number));
    }

    static String address(String code) {
        return "/codes/" + code;
    }

    private CodingSheets.CodesSheet list() {
        var known = new HashSet<String>();
        var books = new ArrayList<CodingSheets.Book>();
        for (Codebook book : codebooks.newest()) {
            book.codes().forEach(code -> known.add(code.id()));
            books.add(new CodingSheets.Book(
                    book.name(),
                    version(book),
                    book.description(),
                    book.source(),
                    book.codes().stream().map(this::line).toList()));
        }
        var loose = used(passages);
        loose.removeAll(known);
        return new CodingSheets.CodesSheet(
                desk.frame("Afterword: codes", "/codes"),
                blind(),
                books,
                loose.stream()
                        .map(id -> new CodingSheets.CodeLine(address(id), id, "", "", counts(id)))
                        .toList());
    }

    private String version(Codebook book) {
        String earlier = codebooks.all().stream()
                .map(Codebooks.Held::book)
                .filter(one -> one.id().equals(book.id()) && !one.version().equals(book.version()))
                .map(Codebook::version)
                .collect(Collectors.joining(", "));
        return "Version " + book.version() + (earlier.isEmpty() ? "" : "; kept as well: " + earlier);
    }

    private CodingSheets.CodeLine line(Code code) {
        return new CodingSheets.CodeLine(
                address(code.id()), code.name(), under(code), code.definition(), counts(code.id()));
    }

    private String under(Code code) {
        return code.parent()
                .map(parent -> codebooks.code(parent).map(Code::name).orElse(parent))
                .orElse("");
    }

    private String counts(String code) {
        String counts = ORDER.stream()
                .filter(status ->
                        status != Status.REJECTED && !under(code, status).isEmpty())
                .map(status -> under(code, status).size() + " " + word(status))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no passages" : counts;
    }

    private String blind() {
        return state.contents().blind()
                ? "Coders work blind: of accounts that you have not marked as read, only what you coded stands here."
                : "";
    }

    private CodingSheets.CodeSheet one(String id, Optional<Code> code, String show, int number) {
        Map<String, Status> words = new LinkedHashMap<>();
        ORDER.forEach(status -> words.put(word(status), status));
        String asked = words.containsKey(show)
                ? show
                : ORDER.stream()
                        .filter(status -> !under(id, status).isEmpty())
                        .findFirst()
                        .map(CodesPage::word)
                        .orElse(word(Status.ACCEPTED));
        Status status = words.getOrDefault(asked, Status.ACCEPTED);
        Slice<Coded> slice = Slice.of(under(id, status), number, PAGE);
        String here = address(id) + "?show=" + asked;
        Optional<Codebook> book = codebooks.bookOf(id);
        return new CodingSheets.CodeSheet(
                desk.frame("Afterword: a code", ""),
                here,
                code.map(Code::name).orElse(id),
                id,
                book.map(one -> one.name() + ", version " + one.version()).orElse("No codebook of this case has it."),
                code.map(this::under).orElse(""),
                code.map(Code::definition).orElse(""),
                code.map(CodesPage::meaning).orElse(List.of()),
                blind(),
                words.entrySet().stream()
                        .map(one -> new Sheets.Way(
                                address(id) + "?show=" + one.getKey(),
                                Phrases.capital(one.getKey()) + " "
                                        + under(id, one.getValue()).size()))
                        .toList(),
                here,
                slice.shown().stream().map(one -> part(one, book)).toList(),
                slice.previous(here + "&page="),
                slice.next(here + "&page="));
    }

    private static List<CodingSheets.Meaning> meaning(Code code) {
        return List.of(
                        new CodingSheets.Meaning("What counts", code.counts()),
                        new CodingSheets.Meaning("What does not", code.doesNotCount()),
                        new CodingSheets.Meaning("Near misses", code.nearMisses()),
                        new CodingSheets.Meaning("Made-up examples", code.examples()),
                        new CodingSheets.Meaning(
                                "Where it comes from", code.source().isBlank() ? List.of() : List.of(code.source())))
                .stream()
                .filter(one -> !one.items().isEmpty())
                .toList();
    }

    private CodingSheets.CodedPart part(Coded one, Optional<Codebook> book) {
        var coding = one.coding();
        Lines.Line line = state.line(one.passage().account());
        String other = coding.version()
                .filter(version -> book.map(Codebook::version)
                        .filter(now -> !now.equals(version))
                        .isPresent())
                .map(version -> " Coded by version " + version + " of the codebook.")
                .orElse("");
        return new CodingSheets.CodedPart(
                Parts.address(one),
                line.title(),
                one.passage().quote(),
                Phrases.capital(word(one.status())),
                switch (one.status()) {
                    case SUGGESTED -> "suggestion";
                    case DISPUTED -> "warning";
                    case ACCEPTED -> "decision";
                    case REJECTED -> "refused";
                },
                coding.polarity() == Polarity.DENIES,
                Phrases.standing(coding.standing()),
                Phrases.detail(coding),
                Heads.group(line.group(), state),
                Phrases.judged(one) + other);
    }

    private static String word(Status status) {
        return switch (status) {
            case ACCEPTED -> "accepted";
            case DISPUTED -> "disputed";
            case SUGGESTED -> "suggested";
            case REJECTED -> "rejected";
        };
    }
}
