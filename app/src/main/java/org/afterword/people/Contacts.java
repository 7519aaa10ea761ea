package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** What leads to somebody and has a shape of its own: addresses, numbers, links, handles, dates of birth, ages. */
final class Contacts {
    private static final Pattern NUMBERED = Pattern.compile("(?U)[\\w.-]*(?:[0-9_][\\w.-]*)");

    private final String text;
    private final List<Find> finds = new ArrayList<>();
    private final NavigableMap<Integer, Integer> taken = new TreeMap<>();

    private Contacts(String text) {
        this.text = text;
    }

    /** In the order of the text, not overlapping. */
    static List<Find> find(String text) {
        return find(text, Optional.empty());
    }

    /**
     * @param language the text's, ISO 639-1: it tells where a telephone number may be from
     */
    static List<Find> find(String text, Optional<String> language) {
        Marks marks = Marks.of(text);
        var contacts = new Contacts(text);
        contacts.rules(Links.ADDRESSES, marks);
        if (marks.digits() > 3) {
            Numbers.accounts(text)
                    .forEach(span ->
                            contacts.add(new Find(span, span.of(text), IdentityKind.NUMBER, "rule:account", 1)));
        }
        contacts.rules(Numbers.RULES, marks);
        contacts.rules(Numbers.PLACES, marks);
        contacts.rules(Postal.RULES, marks);
        var folding = Folding.of(text);
        contacts.all(Births.find(text, folding, marks));
        contacts.rules(Numbers.PLATES, marks);
        contacts.all(Phones.find(text, language, marks));
        contacts.rules(Links.HANDLES, marks);
        contacts.all(Ages.find(text, folding));
        contacts.finds.sort((a, b) -> a.span().compareTo(b.span()));
        return contacts.finds;
    }

    private void rules(List<Rule> rules, Marks marks) {
        for (Rule rule : rules) {
            rule(rule, rule.where().apply(marks));
        }
    }

    private void rule(Rule rule, List<Span> places) {
        Matcher matcher =
                rule.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (Span place : places) {
            matcher.region(place.start(), place.end());
            while (matcher.find()) {
                found(rule, matcher);
            }
        }
    }

    private void found(Rule rule, Matcher matcher) {
        boolean hasCore = rule.core();
        int start = hasCore ? matcher.start("core") : matcher.start();
        int end = trimmed(text, start, hasCore ? matcher.end("core") : matcher.end(), rule.kind());
        var span = new Span(start, end);
        String found = span.of(text);
        if (rule.holds().test(found)) {
            add(new Find(span, found, rule.kind(), rule.name(), rule.score()));
        }
    }

    private void all(List<Find> more) {
        more.forEach(this::add);
    }

    private void add(Find find) {
        var before = taken.lowerEntry(find.span().end());
        if (before == null || before.getValue() <= find.span().start()) {
            taken.put(find.span().start(), find.span().end());
            finds.add(find);
        }
    }

    /** Whether a name as a platform shows it is a handle rather than a person's name. */
    static boolean handle(String name) {
        return name.startsWith("@")
                || name.startsWith("u/")
                || name.startsWith("/u/")
                || (name.indexOf(' ') < 0 && NUMBERED.matcher(name).matches())
                || (name.indexOf(' ') < 0
                        && name.equals(name.toLowerCase(Locale.ROOT))
                        && !name.isEmpty()
                        && Character.isLowerCase(name.codePointAt(0)))
                || (name.indexOf(' ') < 0
                        && name.chars().skip(1).filter(Character::isUpperCase).count() > 0
                        && !name.startsWith("Mc")
                        && !name.startsWith("Mac")
                        && name.indexOf('-') < 0
                        && name.indexOf('\'') < 0
                        && name.indexOf('’') < 0
                        && !name.equals(name.toUpperCase(Locale.ROOT)));
    }

    private static int trimmed(String text, int start, int end, IdentityKind kind) {
        int last = end;
        String closing = kind == IdentityKind.LINK ? ".,;:!?'\"’*_)]>" : " .,;:!?-\n\t";
        while (last > start + 1 && closing.indexOf(text.charAt(last - 1)) >= 0) {
            char c = text.charAt(last - 1);
            if (c == ')' && text.substring(start, last - 1).indexOf('(') >= 0) {
                break;
            }
            last--;
        }
        if (kind == IdentityKind.LINK) {
            int markdown = text.indexOf("](", start);
            if (markdown >= 0 && markdown < last) {
                return markdown;
            }
        }
        return last;
    }
}
