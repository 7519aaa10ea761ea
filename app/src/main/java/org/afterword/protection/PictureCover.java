package org.afterword.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Box;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.people.Cluster;
import org.afterword.people.Find;
import org.afterword.people.NameFinder;
import org.afterword.protection.RedactedPicture.Part;
import org.afterword.protection.RedactedPicture.Why;
import org.afterword.reading.PictureWords;
import org.afterword.reading.PictureWords.Word;

/**
 * What has to be covered in a picture: the words that {@link Cover} would cover in a text, and such as a machine may
 * have misread. In doubt a word is covered.
 */
final class PictureCover {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CONTACT = Pattern.compile("\\S*(?:@|://|(?i:www)\\.)\\S*|\\S*(?:\\d\\D{0,2}){6,}\\S*");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}:\\d\\d(?::\\d\\d)?");
    private static final Pattern GROUPS = Pattern.compile("[+(]?\\d[\\d ()./-]{7,}\\d");
    private static final int PHONE = 9;
    private static final int MARGIN = 3;

    private final Protection protection;
    private final AlmostNames almost;

    PictureCover(Protection protection) {
        this.protection = protection;
        almost = new AlmostNames(protection.clusters().stream()
                .filter(cluster ->
                        cluster.mayBePerson() && protection.shown(cluster).isPresent())
                .flatMap(cluster -> Stream.concat(Stream.of(cluster.name()), cluster.forms().stream()))
                .toList());
    }

    /** All that is to be covered in the picture as it came. */
    List<Part> all(PictureWords seen, Account account) {
        var parts = new ArrayList<>(named(seen, account));
        parts.addAll(unknown(seen.words(), account));
        parts.addAll(
                unknown(seen.faint().stream().filter(word -> !word.unsure()).toList(), account));
        parts.addAll(unsure(seen.words()));
        return List.copyOf(parts);
    }

    /** Names and contact details, and what nearly is one. */
    List<Part> named(PictureWords seen, Account account) {
        var parts = new ArrayList<Part>();
        Map<Pattern, Id> recorded = recorded(account);
        for (List<Word> words : List.of(seen.words(), seen.faint())) {
            for (PictureText reading : PictureText.of(words)) {
                protection
                        .cover()
                        .of(reading.text(), mentions(reading.text(), account, recorded))
                        .forEach(stretch -> add(parts, reading.boxes(stretch.span()), Why.NAME));
            }
            words.stream()
                    .filter(word -> almost.near(word.text()))
                    .forEach(word -> add(parts, List.of(word.box()), Why.LIKE_A_NAME));
            PictureText plain = PictureText.of(words).getFirst();
            contacts(plain.text()).forEach(span -> add(parts, plain.boxes(span), Why.CONTACT));
        }
        return List.copyOf(parts);
    }

    /** The hidden names that were recorded in the account's text, as they are written there. */
    private Map<Pattern, Id> recorded(Account account) {
        Set<Id> hidden = protection.clusters().stream()
                .filter(cluster -> protection.shown(cluster).isPresent())
                .map(Cluster::id)
                .collect(Collectors.toSet());
        var names = new HashMap<String, Id>();
        protection.named(account.id()).forEach((span, cluster) -> {
            if (hidden.contains(cluster)) {
                names.put(BLANKS.matcher(span.of(account.text()).strip()).replaceAll(" "), cluster);
            }
        });
        var written = new HashMap<Pattern, Id>();
        names.forEach((name, cluster) -> {
            String form = Stream.of(name.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+"));
            written.put(Pattern.compile("(?<![\\p{L}\\p{N}])" + form + "(?![\\p{L}\\p{N}])"), cluster);
        });
        return written;
    }

    /** A name that is recorded at one place of the text counts as recorded wherever the picture has it. */
    private List<Cover.Recorded> mentions(String text, Account account, Map<Pattern, Id> recorded) {
        var mentions = new ArrayList<>(protection.beside(account));
        recorded.forEach((written, cluster) -> written.matcher(text)
                .results()
                .map(found -> new Cover.Recorded(span(found), cluster))
                .forEach(mentions::add));
        return mentions;
    }

    private static List<Span> contacts(String text) {
        var spans = new ArrayList<Span>();
        String undated =
                DATE.matcher(text).replaceAll(date -> " ".repeat(date.group().length()));
        CONTACT.matcher(undated).results().map(PictureCover::span).forEach(spans::add);
        GROUPS.matcher(undated)
                .results()
                .filter(found ->
                        found.group().chars().filter(Character::isDigit).count() >= PHONE)
                .map(PictureCover::span)
                .forEach(spans::add);
        return spans;
    }

    private static Span span(MatchResult found) {
        return new Span(found.start(), found.end());
    }

    /** Names that stand in no text of the case, because the machine read the picture otherwise when it came in. */
    private List<Part> unknown(List<Word> words, Account account) {
        var parts = new ArrayList<Part>();
        String known = BLANKS.matcher(account.text()).replaceAll(" ");
        PictureText plain = PictureText.of(words).getFirst();
        for (Find find : NameFinder.find(plain.text())) {
            if (!known.contains(BLANKS.matcher(find.text()).replaceAll(" "))) {
                add(parts, plain.boxes(find.span()), Why.UNKNOWN);
            }
        }
        return parts;
    }

    /** Words that may be others, and whole lines most of which may be. */
    private static List<Part> unsure(List<Word> words) {
        Map<Integer, List<Word>> lines = words.stream().collect(Collectors.groupingBy(Word::line));
        var parts = new ArrayList<Part>();
        lines.values().forEach(line -> {
            List<Word> unsure = line.stream()
                    .filter(Word::unsure)
                    .filter(word -> word.text().codePoints().anyMatch(Character::isLetterOrDigit))
                    .toList();
            List<Word> covered = line.size() > 2 && 2 * unsure.size() > line.size() ? line : unsure;
            covered.forEach(word -> add(parts, List.of(word.box()), Why.UNSURE));
        });
        return parts;
    }

    private static void add(List<Part> parts, List<Box> boxes, Why why) {
        for (Box box : boxes) {
            parts.add(new Part(box.grown(Math.max(MARGIN, box.height() / 4)), why));
        }
    }

    /** Everybody whose name can be read, and where. */
    Map<Id, Box> readable(PictureWords seen) {
        var found = new HashMap<Id, Box>();
        for (List<Word> words : List.of(seen.words(), seen.faint())) {
            for (PictureText reading : PictureText.of(words)) {
                for (Cover.Stretch stretch : protection.cover().of(reading.text(), List.of())) {
                    Optional<Box> box = reading.boxes(stretch.span()).stream().findFirst();
                    if (!stretch.shared() && box.isPresent()) {
                        new LinkedHashSet<>(stretch.clusters()).forEach(one -> found.putIfAbsent(one, box.get()));
                    }
                }
            }
        }
        return found;
    }
}
