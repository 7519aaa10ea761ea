package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.IdentityKind;
import org.afterword.model.Metadatum;
import org.afterword.model.Span;

/** Names in what a file says besides its text, and in its own name. */
final class Besides {
    /** Fields that hold names of persons and nothing else, one or more. */
    private static final Set<String> PERSONS = Set.of(
            "from",
            "sender",
            "to",
            "cc",
            "bcc",
            "reply-to",
            "return-path",
            "delivered-to",
            "x-apparently-to",
            "x-originating-email",
            "x-authenticated-user",
            "author",
            "pdf-author",
            "artist",
            "camera-owner",
            "last-modified-by",
            "creator",
            "initial-creator",
            "printed-by",
            "contributor",
            "manager",
            "pdf-manager",
            "operator");

    private static final Set<String> GROUPS = Set.of("organization", "company", "pdf-company", "publisher");
    private static final Set<String> SERIALS = Set.of("camera-serial-number", "lens-serial-number");
    private static final Set<String> HOSTS = Set.of("received-from", "message-id-host");

    private static final Pattern PARTED = Pattern.compile("[;,](?=(?:[^\"]{0,200}\"[^\"]{0,200}\")*+[^\"]*$)");
    private static final Pattern HOST = Pattern.compile("[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
    private static final Pattern HOME =
            Pattern.compile("(?i)(?:users|home|documents and settings)[/\\\\]([^/\\\\]{2,60})");
    private static final Pattern ENDING = Pattern.compile(
            "(?i)\\.(?:docx?|dotx?|odt|ott|rtf|txt|md|pdf|html?|mht(?:ml)?|eml|mbox|msg|pst|olm|zip|tar|gz|tgz|7z|json|csv|xlsx?|ods|pptx?"
                    + "|odp|jpe?g|png|gif|webp|tiff?|heic|bmp|epub|srt|vtt|warc|wacz|xml|db|sqlite|mp[34]|m4a|wav|mov)$");
    private static final Pattern JOINTS = Pattern.compile("[_+]|(?<=[\\p{L}]{2})[-.](?=[\\p{L}]{2})|%20");
    private static final Pattern CHAT = Pattern.compile(
            "(?iU)^(?:whatsapp[ -]chat|chat(?: history)?|conversation|messages?|letter|e-?mails?|statement|interview|transcript|notes?|diary|testimony|account|story|cv|brief|lettre|carta"
                    + "|lettera)s?(?: (?:with|from|to|of|by|mit|von|an|avec|de|con|da|di))? (?<name>.+)");

    private Besides() {}

    static List<Find> find(Metadatum one, Account account) {
        String by = "metadata:" + one.name();
        if (PERSONS.contains(one.name())) {
            return Stream.of(PARTED.split(one.value(), 50))
                    .flatMap(name -> NameFinder.person(name, by).stream())
                    .toList();
        }
        if (GROUPS.contains(one.name())) {
            return List.of(new Find(new Span(0, 0), one.value(), IdentityKind.GROUP, by, .6));
        }
        if (SERIALS.contains(one.name())) {
            return List.of(new Find(new Span(0, 0), one.value(), IdentityKind.NUMBER, by, 1));
        }
        if (HOSTS.contains(one.name())) {
            return hosts(one.value(), by);
        }
        var finds = new ArrayList<>(text(one.value(), by));
        HOME.matcher(one.value()).results().forEach(found -> finds.addAll(NameFinder.person(found.group(1), by)));
        return finds;
    }

    private static List<Find> hosts(String value, String by) {
        var finds = new ArrayList<Find>();
        Contacts.find(value).forEach(find -> finds.add(beside(find, by)));
        HOST.matcher(value)
                .results()
                .map(found -> found.group())
                .filter(host -> host.chars().anyMatch(Character::isLetter))
                .forEach(host -> finds.add(new Find(new Span(0, 0), host, IdentityKind.LINK, by, 1)));
        return finds;
    }

    /** Words that nobody put in order: what lists know counts, and two capitals in a row that are no ordinary words. */
    private static List<Find> text(String text, String by) {
        return NameFinder.find(text).stream()
                .filter(find -> find.kind() != IdentityKind.UNKNOWN
                        || (Forms.words(find.text()).size() > 1
                                && Forms.words(find.text()).stream().noneMatch(OrdinaryWords::contain)))
                .filter(find -> !find.by().equals("rule:acronym")) // "IMG"
                .map(find -> beside(find, by))
                .toList();
    }

    private static Find beside(Find find, String by) {
        return new Find(new Span(0, 0), find.text(), find.kind(), by, find.score(), find.name());
    }

    /**
     * Of a file's name and the folders it lay in.
     *
     * @param name with {@code /} between folders, and {@code !/} behind a container
     */
    static List<Find> file(String name) {
        String by = "metadata:file-name";
        var finds = new ArrayList<Find>();
        for (String part : name.split("!?[/\\\\]", 40)) {
            String bare = ENDING.matcher(part).replaceFirst("");
            List<Find> contacts = Contacts.find(bare);
            contacts.forEach(find -> finds.add(beside(find, by)));
            if (contacts.isEmpty()) {
                String words = JOINTS.matcher(bare).replaceAll(" ").strip();
                var chat = CHAT.matcher(words);
                finds.addAll(
                        chat.matches() && capitals(chat.group("name"))
                                ? NameFinder.person(chat.group("name"), by)
                                : text(words, by));
            }
        }
        HOME.matcher(name).results().forEach(found -> finds.addAll(NameFinder.person(found.group(1), by)));
        return finds;
    }

    /** One to four words, each with a capital. */
    private static boolean capitals(String words) {
        String[] parts = words.split(" ");
        return parts.length < 5
                && Stream.of(parts).allMatch(part -> !part.isEmpty() && Character.isUpperCase(part.codePointAt(0)));
    }
}
