package org.afterword.workbench;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Logged;
import org.afterword.model.Decision;

/** The log in plain words, the newest first; the checkpoint to keep elsewhere; and verifying, by a button. */
final class CustodyPage {
    static final String ADDRESS = "/custody";
    private static final int PAGE = 50;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final State state;

    private CustodyPage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
    }

    /**
     * @param number of the page, from 1
     * @param entry that is asked for: then it is the page that has it; below 0 for none
     */
    static CustodySheet of(Desk desk, int number, long entry) {
        return new CustodyPage(desk).sheet(number, entry);
    }

    /** The last entries, the newest first. */
    static List<CustodySheet.Line> newest(Desk desk, int most) {
        long size = size(desk.opened().file().checkpoint());
        return new CustodyPage(desk).lines(Math.max(0, size - most), size);
    }

    /** Where an entry stands. */
    static String place(long entry) {
        return ADDRESS + "?entry=" + entry + "#entry-" + entry;
    }

    /** Its second line says over how many entries it is. */
    private static long size(String checkpoint) {
        return checkpoint.lines().skip(1).findFirst().map(Long::parseLong).orElse(0L);
    }

    private List<CustodySheet.Line> lines(long from, long end) {
        var lines = new ArrayDeque<CustodySheet.Line>();
        try (Stream<Logged> log = desk.opened().file().log(from, end)) {
            log.forEach(logged -> lines.addFirst(line(logged)));
        }
        return List.copyOf(lines);
    }

    private CustodySheet sheet(int number, long entry) {
        String checkpoint = desk.opened().file().checkpoint();
        long size = size(checkpoint);
        int pages = (int) Math.max(1, (size + PAGE - 1) / PAGE);
        int page = entry >= 0 && entry < size ? (int) ((size - 1 - entry) / PAGE) + 1 : Math.clamp(number, 1, pages);
        long end = size - (long) (page - 1) * PAGE;
        var slice = new Slice<>(lines(Math.max(0, end - PAGE), end), page, pages);
        return new CustodySheet(
                desk.frame("Afterword: custody", ADDRESS),
                Phrases.count(size, "entry", "entries"),
                checkpoint,
                ExportJob.FORMATS,
                PublishPage.beside(desk, "-export").toString(),
                slice.shown(),
                slice.previous(ADDRESS + "?page="),
                slice.next(ADDRESS + "?page="));
    }

    private CustodySheet.Line line(Logged logged) {
        return new CustodySheet.Line(
                logged.number(),
                MINUTE.format(logged.at()),
                logged.actor(),
                logged.entry().map(this::words).orElseGet(() -> unknown(logged)));
    }

    private static String unknown(Logged logged) {
        return logged.erasedBy()
                .map(by -> "Erased on purpose, as entry " + by + " says.")
                .orElse("Something that a newer program wrote: " + logged.kind() + ".");
    }

    private String words(Entry entry) {
        return switch (entry) {
            case Entry.CaseCreated made -> "The case was made by " + made.program() + ".";
            case Entry.GroupNamed named -> "A group was named: " + named.group().name() + ".";
            case Entry.ExhibitAdded added ->
                "A file was kept: " + added.name() + ", "
                        + Phrases.count(added.size(), "byte", "bytes")
                        + ", SHA-256 " + added.sha256().hex().substring(0, 16) + "…";
            case Entry.ExhibitSeenAgain again -> "The same file came again, as " + again.name() + ".";
            case Entry.ExhibitRead read ->
                "A file was read by " + read.reader() + ": "
                        + Phrases.count(read.accounts(), "account", "accounts")
                        + (read.warnings().isEmpty()
                                ? "."
                                : ", " + Phrases.count(read.warnings().size(), "warning", "warnings") + ".");
            case Entry.NamesFound found ->
                found.finder() + " found " + Phrases.count(found.identities(), "new name", "new names") + " in "
                        + Phrases.count(found.mentions(), "place", "places") + ".";
            case Entry.Suggested suggested ->
                suggested.by() + " made " + Phrases.count(suggested.suggestions(), "suggestion", "suggestions") + ".";
            case Entry.Decided decided -> decided(decided.decision());
            case Entry.Undone _ -> "A decision was taken back.";
            case Entry.CodersSet set ->
                set.blind() ? "From here on coders work blind." : "From here on coders see each other's work.";
            case Entry.UserSet set ->
                set.lets().isPresent()
                        ? "From here on " + set.name()
                                + " is let in where the case is served to others, by a passphrase."
                        : "From here on " + set.name() + " is not let in any more.";
            case Entry.SearchKept kept -> "A search was kept: “" + kept.search().name() + "”.";
            case Entry.SearchForgotten _ -> "A search that was kept was forgotten.";
            case Entry.Merged merged ->
                "What people did in another copy of the case came in: "
                        + Phrases.count(merged.decisions(), "decision", "decisions") + ", "
                        + Phrases.count(merged.codings(), "coding", "codings") + ".";
            case Entry.Sampled _ -> "It was drawn which accounts are to be read.";
            case Entry.Published published ->
                "Published: " + Phrases.count(published.files(), "file", "files") + ", root "
                        + published.root().hex().substring(0, 16) + "…"
                        + published
                                .correction()
                                .map(one -> " Corrected: " + one.words())
                                .orElse("");
            case Entry.Stamped stamped ->
                "An authority stamped the first " + Phrases.count(stamped.size(), "entry", "entries") + ": "
                        + stamped.authority() + ".";
            case Entry.Captured captured ->
                "A page was captured: " + captured.url() + ", "
                        + Phrases.count(captured.exhibits().size(), "file", "files") + ".";
            case Entry.Corresponded letter ->
                switch (letter.what()) {
                    case ASKED, SHOWN -> "A letter to somebody who wrote to the inbox was written.";
                    case DELIVERED -> "A letter was put into a mailbox of the inbox.";
                    case SEEN -> "Somebody has seen what came from a mailbox of the inbox.";
                    case BLOCKED, LIFTED -> "It was settled whether a mailbox of the inbox may write.";
                    case DONE -> "What a letter to the inbox asks for was done.";
                    case TOLD, WITHDREW, CONSENTED, APPROVED, REFUSED ->
                        "A letter came by the inbox, with "
                                + Phrases.count(letter.exhibits().size(), "file", "files") + ".";
                };
            case Entry.Exported exported -> exported(exported);
            case Entry.CodebookAdded added ->
                "A codebook was added: " + added.codebook() + ", version " + added.version() + ".";
            case Entry.Imported imported ->
                "Another program's work was taken in: " + Phrases.count(imported.codings(), "coding", "codings") + ".";
            case Entry.Embedded embedded ->
                "What " + Phrases.count(embedded.sentences(), "sentence means", "sentences mean") + " was computed.";
            case Entry.KeysChanged _ -> "The ways into the case were changed.";
            case Entry.Erased erased ->
                "Erased on purpose (" + erased.what() + "): "
                        + Phrases.count(erased.entries().size(), "entry", "entries") + ", "
                        + Phrases.count(erased.items().size(), "file", "files") + ".";
        };
    }

    private static String exported(Entry.Exported exported) {
        return "Given out as " + exported.format() + ": "
                + Phrases.count(
                        exported.exhibits(),
                        exported.unprotected() ? "exhibit" : "text",
                        exported.unprotected() ? "exhibits as they came" : "protected texts")
                + exported.recipient().map(_ -> ", encrypted").orElse("") + ".";
    }

    /** Where coders work blind, what another one decided is not told. */
    private String decided(Decision decision) {
        boolean hidden = desk.contents().blind() && !decision.coder().equals(desk.coder());
        return hidden
                ? "Another coder decided something."
                : "Decided: “" + state.called(decision.target()) + "” – " + Phrases.settled(decision.verdict(), state)
                        + ".";
    }
}
