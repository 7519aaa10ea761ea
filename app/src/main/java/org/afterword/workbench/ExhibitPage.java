package org.afterword.workbench;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.coding.Coded;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Exhibit;
import org.afterword.model.Span;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.afterword.protection.PictureDecisions;
import org.afterword.protection.PictureProtection;
import org.afterword.reading.Pixels;
import org.afterword.reading.UnshownPicture;

/**
 * What an account was read from: a picture with its lines marked, a message with its head, a conversation in bubbles. No
 * byte of a file reaches the browser: pictures are written anew from their pixels, and all else is text.
 */
final class ExhibitPage {
    private static final Pattern PLACE =
            Pattern.compile("page=(\\d{1,6})(?:&xywh=(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6}))?");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String MAIL = "mail";
    private static final String PDF = "pdf";
    /** In an inch. */
    private static final double POINTS = 72;
    /** What follows from the message's id, which stands there as well. */
    private static final String OF_ID = "message-id-host";

    private final Desk desk;
    private final State state;
    private final Account account;
    private final List<Coded> codings;
    private final int at;
    private final Parts part;
    private final int page;

    private ExhibitPage(Desk desk, Account account, int at) {
        this.desk = desk;
        this.state = desk.state();
        this.account = account;
        this.at = at;
        this.part = Parts.of(account, at);
        this.page = page(account, at);
        this.codings = state.codings(account.id()).stream()
                .filter(one -> one.status() != Coded.Status.REJECTED)
                .toList();
    }

    /** @param at the place in the text that is asked for, in UTF-16 code units; below 0 for none */
    static ExhibitSheet of(Desk desk, Account account, int at) throws IOException {
        return new ExhibitPage(desk, account, at).sheet();
    }

    /**
     * The picture, written anew.
     *
     * @param page of a file that has pages, from 1; 0 for a picture
     */
    static byte[] png(Desk desk, Account account, int page) throws IOException {
        return desk.uncovered(account, page).png();
    }

    /** Whether what it was read from can be drawn. */
    static boolean isDrawn(Account account) {
        return PictureDecisions.isPicture(account) || account.format().equals(PDF);
    }

    private ExhibitSheet sheet() throws IOException {
        Optional<ExhibitSheet.Picture> picture = Optional.empty();
        String problem = "";
        if (isDrawn(account)) {
            try {
                picture = Optional.of(picture(desk.uncovered(account, page)));
            } catch (UnshownPicture e) {
                problem = "It cannot be shown here: " + e.getMessage() + ". It is safe, as it came.";
            }
        } else if (!conversation() && fields().isEmpty()) {
            problem = "A file of this kind is not drawn here; its text stands on the page of the account. It is kept as"
                    + " it came, and “afterword exhibit” on the command line gives it out.";
        }
        return new ExhibitSheet(
                desk.frame("Afterword: an exhibit", ""),
                Heads.of(account, state, "/exhibit"),
                from(),
                state.contents()
                        .exhibit(account.exhibit())
                        .map(exhibit -> new Sheets.Way(CustodyPage.place(exhibit.entry()), "entry " + exhibit.entry())),
                picture,
                fields(),
                problem,
                conversation() || !fields().isEmpty() ? said() : List.of(),
                page == 0 ? part.sheet(account, "/exhibit") : pages());
    }

    private List<Sheets.Fact> from() {
        var facts = new ArrayList<Sheets.Fact>();
        state.contents().exhibit(account.exhibit()).ifPresent(exhibit -> facts(exhibit, facts));
        account.anchors().stream()
                .findFirst()
                .map(Anchor::selector)
                .filter(selector -> !selector.contains("xywh"))
                .ifPresent(selector -> facts.add(new Sheets.Fact("Where in it", selector.replace('=', ' '))));
        return facts;
    }

    private void facts(Exhibit exhibit, List<Sheets.Fact> facts) {
        facts.add(new Sheets.Fact("File", exhibit.name()));
        facts.add(new Sheets.Fact("Came into the case", DAY.format(exhibit.added()) + " UTC"));
        facts.add(new Sheets.Fact("Size", Phrases.count(exhibit.size(), "byte", "bytes")));
        facts.add(new Sheets.Fact("SHA-256", exhibit.sha256().hex()));
        facts.add(new Sheets.Fact("Read as", account.format()));
    }

    private ExhibitSheet.Picture picture(PictureProtection.Uncovered shown) {
        return new ExhibitSheet.Picture(
                desk.textOnly() ? "" : "/account/" + account.id() + "/exhibit.png" + (page == 0 ? "" : "?page=" + page),
                page == 0 ? "" : "Page " + page,
                shown.came().width(),
                shown.came().height(),
                lines());
    }

    private static Optional<Matcher> place(Anchor anchor) {
        return Optional.of(PLACE.matcher(anchor.selector())).filter(Matcher::matches);
    }

    /** Of a file that has pages that which has the place, from 1; 0 of a picture. */
    private static int page(Account account, int at) {
        int page = 1;
        int last = 1;
        for (Anchor anchor : account.anchors()) {
            last = place(anchor).map(found -> number(found, 1)).orElse(last);
            page = anchor.at() <= Math.max(at, 0) ? last : page;
        }
        return account.format().equals(PDF) || (PictureDecisions.isPicture(account) && last > 1) ? page : 0;
    }

    /** Pages on which anything was read. */
    private Sheets.Part pages() {
        var begin = new TreeMap<Integer, Integer>();
        for (Anchor anchor : account.anchors()) {
            place(anchor).ifPresent(found -> begin.putIfAbsent(number(found, 1), anchor.at()));
        }
        return new Sheets.Part(
                "?at=" + Math.max(at, 0),
                Optional.ofNullable(begin.lowerEntry(page)).map(this::way),
                Optional.ofNullable(begin.higherEntry(page)).map(this::way));
    }

    private Sheets.Way way(Map.Entry<Integer, Integer> page) {
        return new Sheets.Way("/account/" + account.id() + "/exhibit?at=" + page.getValue(), "Page " + page.getKey());
    }

    private List<ExhibitSheet.Line> lines() {
        var lines = new ArrayList<ExhibitSheet.Line>();
        List<Anchor> anchors = account.anchors();
        String text = account.text();
        for (int i = 0; i < anchors.size(); i++) {
            int from = anchors.get(i).at();
            int to = i + 1 < anchors.size() ? anchors.get(i + 1).at() : text.length();
            Matcher place = PLACE.matcher(anchors.get(i).selector());
            if (from < to && place.matches() && (page == 0 || number(place, 1) == page)) {
                for (Span line : Setting.lines(text, new Span(from, to))) {
                    lines.add(line(lines.size() + 1, line, place));
                }
            }
        }
        return lines;
    }

    private ExhibitSheet.Line line(int number, Span line, Matcher place) {
        boolean framed = place.group(2) != null;
        // of a PDF in points, of a picture in pixels
        double by = account.format().equals(PDF) ? Pixels.DOTS / POINTS : 1;
        return new ExhibitSheet.Line(
                number,
                framed ? (int) (by * number(place, 2)) : 0,
                framed ? (int) (by * number(place, 3)) : 0,
                framed ? (int) (by * number(place, 4)) : 0,
                framed ? (int) (by * number(place, 5)) : 0,
                line.of(account.text()).strip(),
                codings.stream()
                        .filter(one -> one.passage().span().overlaps(line))
                        .findFirst()
                        .map(Parts::address)
                        .orElse(""),
                line.start() <= at && at < line.end());
    }

    private static int number(Matcher box, int group) {
        return Integer.parseInt(box.group(group));
    }

    private boolean conversation() {
        return account.turns().size() > 1 && account.speakers().size() > 1;
    }

    /** The head of a message, as it was read. */
    private List<Sheets.Fact> fields() {
        if (!account.format().equals(MAIL)) {
            return List.of();
        }
        var fields = new ArrayList<Sheets.Fact>();
        account.metadata().stream()
                .filter(one -> !one.name().equals(OF_ID))
                .forEach(one -> fields.add(new Sheets.Fact(one.name(), one.value())));
        account.date().ifPresent(date -> fields.add(new Sheets.Fact("date", date.written())));
        if (!account.title().isBlank()) {
            fields.add(new Sheets.Fact("subject", account.title()));
        }
        account.threaded().ifPresent(threaded -> {
            threaded.id().ifPresent(id -> fields.add(new Sheets.Fact("message-id", id)));
            threaded.parent().ifPresent(id -> fields.add(new Sheets.Fact("in-reply-to", id)));
        });
        return fields;
    }

    /** As much of it as one page has. */
    private List<ExhibitSheet.Bubble> said() {
        var told = new ArrayList<Setting.Told>();
        for (int i = 0; i < codings.size(); i++) {
            if (codings.get(i).passage().span().overlaps(part.span())) {
                told.add(new Setting.Told(codings.get(i).passage().span(), i + 1));
            }
        }
        int first = account.turns().isEmpty() ? 0 : account.turns().getFirst().speaker();
        var said = new ArrayList<ExhibitSheet.Bubble>();
        for (Turn turn : Setting.turns(account, part.span())) {
            Span here = Setting.common(turn.span(), part.span());
            said.add(new ExhibitSheet.Bubble(
                    new Sheets.TurnPart<>(
                            conversation() ? State.speaker(account, turn) : "",
                            turn.date().map(When::written).orElse(""),
                            turn.voice() != Turn.Voice.OWN,
                            Setting.stretches(
                                    account.text(),
                                    Setting.paragraphs(account.text(), here),
                                    List.of(),
                                    told,
                                    List.<Setting.Beside<Sheets.Note>>of(),
                                    at)),
                    conversation() && turn.speaker() == first));
        }
        return said;
    }
}
