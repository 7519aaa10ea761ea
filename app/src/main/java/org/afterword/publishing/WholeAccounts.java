package org.afterword.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.people.Cluster;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
import org.afterword.protection.Redacted;

/** The accounts that may be read whole, in an order that follows nothing of the case. */
final class WholeAccounts {
    private static final Pattern BLANK = Pattern.compile("\\n\\s*\\n");
    /** What the frame of a turn takes, in bytes. */
    private static final int FRAME = 250;
    /** How much of its words stands for a picture at most; they are on the page as well. */
    private static final int SAID = 600;

    private final Material material;
    private final Protection protection;
    private final Seal seal;
    private final ShownPictures pictures;
    private final Map<Id, Address> addresses = new HashMap<>();
    private final List<Shown.Account> pages = new ArrayList<>();

    WholeAccounts(Material material, Seal seal, ShownPictures pictures) {
        this.material = material;
        this.seal = seal;
        this.pictures = pictures;
        protection = material.protection();
        List<Account> whole = material.all().stream()
                .filter(account -> material.quotability().get(account.id()).quotable())
                .sorted(Comparator.comparing(
                        account -> Sha256.ofDigest(seal.shuffle(account.id())).hex()))
                .toList();
        for (int i = 0; i < whole.size(); i++) {
            addresses.put(whole.get(i).id(), Address.account(i + 1));
            add(whole.get(i), Address.account(i + 1));
        }
    }

    /** The pages of one account follow each other. */
    List<Shown.Account> pages() {
        return pages;
    }

    Optional<Address> address(Id account) {
        return Optional.ofNullable(addresses.get(account));
    }

    private void add(Account account, Address address) {
        var attributed = material.quotability().get(account.id()) instanceof Quotability.Attributed named
                ? Optional.of(named)
                : Optional.<Quotability.Attributed>empty();
        List<List<Shown.Turn>> parts = parts(turns(account));
        for (int part = 1; part <= parts.size(); part++) {
            pages.add(new Shown.Account(
                    address.part(part),
                    part,
                    parts.size(),
                    Optional.of(account.title())
                            .filter(title -> !title.isBlank())
                            .map(protection::line),
                    attributed.map(Quotability.Attributed::name),
                    attributed.map(Quotability.Attributed::link),
                    account.group().flatMap(material::groupName).map(protection::line),
                    Periods.of(account.date()),
                    material.notes(account.id()),
                    parts.get(part - 1),
                    part == 1 ? picture(account, address) : Optional.empty(),
                    seal.commitment(
                            account.id(),
                            material.exhibits().get(account.exhibit()).sha256())));
        }
    }

    private Optional<Shown.Picture> picture(Account account, Address address) {
        return Optional.ofNullable(pictures.byAccount().get(account.id())).map(picture -> {
            String words = picture.words().text();
            int space = words.lastIndexOf(' ', SAID);
            int end = words.length() <= SAID ? words.length() : space > 0 ? space : SAID;
            return new Shown.Picture(
                    Address.picture(address), picture, new Shown.Extract(picture.words(), new Span(0, end)));
        });
    }

    private List<Shown.Turn> turns(Account account) {
        var turns = new ArrayList<Shown.Turn>();
        int last = -1;
        for (Turn turn : account.turns()) {
            boolean inside = account.turns().stream()
                    .anyMatch(other -> other.index() != turn.index()
                            && other.span().contains(turn.span())
                            && !other.span().equals(turn.span()));
            if (inside || turn.voice() == Turn.Voice.SYSTEM) {
                continue;
            }
            Redacted words = protection.passage(account, turn.span());
            Speaker speaker = account.speakerOf(turn);
            boolean said = account.speakers().size() > 1
                    && turn.speaker() != last
                    && !speaker.name().isBlank();
            turns.add(new Shown.Turn(
                    said ? label(account, speaker) : Optional.empty(),
                    said ? turn.speaker() + 1 : 0,
                    turn.voice() == Turn.Voice.QUOTED,
                    paragraphs(words)));
            last = turn.speaker();
        }
        return turns;
    }

    /**
     * A name alone on a line may look like an ordinary word; so what was decided is asked of the mention that the
     * account's metadata has of it. A name that nobody found is not shown.
     */
    private Optional<Redacted> label(Account account, Speaker speaker) {
        if (speaker.name().isBlank()) {
            return Optional.empty();
        }
        Optional<Cluster> named = material.contents().mentions(account.id()).stream()
                .filter(mention -> mention.text().equalsIgnoreCase(speaker.name()))
                .flatMap(mention -> protection.clusters().stream()
                        .filter(cluster -> cluster.members().contains(mention.identity())))
                .findFirst();
        if (named.isPresent()) {
            return Optional.of(protection.line(protection.shown(named.get()).orElse(speaker.name())));
        }
        Redacted line = protection.line(speaker.name());
        return speaker.kind() == Speaker.Kind.LABEL || !line.replacements().isEmpty()
                ? Optional.of(line)
                : Optional.empty();
    }

    private static List<Shown.Extract> paragraphs(Redacted words) {
        var paragraphs = new ArrayList<Shown.Extract>();
        String text = words.text();
        var blank = BLANK.matcher(text);
        int from = 0;
        while (from < text.length()) {
            boolean more = blank.find(from);
            int to = more ? blank.start() : text.length();
            divide(words, from, to, paragraphs);
            from = more ? blank.end() : text.length();
        }
        return paragraphs;
    }

    /** A paragraph longer than a page is divided between words. */
    private static void divide(Redacted words, int from, int to, List<Shown.Extract> paragraphs) {
        int most = Parts.ROOM / 6;
        while (to - from > most) {
            int space = words.text().lastIndexOf(' ', from + most);
            int cut = space > from ? space : from + most;
            if (Character.isLowSurrogate(words.text().charAt(cut))) {
                cut--;
            }
            paragraphs.add(new Shown.Extract(words, new Span(from, cut)));
            from = cut;
        }
        if (!words.text().substring(from, to).isBlank()) {
            paragraphs.add(new Shown.Extract(words, new Span(from, to)));
        }
    }

    private static List<List<Shown.Turn>> parts(List<Shown.Turn> turns) {
        var parts = new ArrayList<List<Shown.Turn>>();
        parts.add(new ArrayList<>());
        int used = 0;
        for (Shown.Turn turn : turns) {
            var held = new ArrayList<Shown.Extract>();
            used += FRAME;
            for (Shown.Extract paragraph : turn.paragraphs()) {
                int size = Parts.size(paragraph.text()) + FRAME / 10;
                if (used + size > Parts.ROOM && used > FRAME) {
                    if (!held.isEmpty()) {
                        parts.getLast()
                                .add(new Shown.Turn(turn.speaker(), turn.number(), turn.quoted(), List.copyOf(held)));
                        held.clear();
                    }
                    parts.add(new ArrayList<>());
                    used = FRAME;
                }
                held.add(paragraph);
                used += size;
            }
            if (!held.isEmpty()) {
                parts.getLast().add(new Shown.Turn(turn.speaker(), turn.number(), turn.quoted(), List.copyOf(held)));
            }
        }
        return parts;
    }
}
