package org.afterword.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.language.Folding;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;

/** A plain finder of forms for tests of the rules above it. */
final class WordForms implements Occurrences {
    private final Map<String, Set<Id>> certain = new HashMap<>();
    private final Map<String, Set<Id>> perhaps = new HashMap<>();

    WordForms(List<Cluster> clusters) {
        for (Cluster cluster : clusters) {
            for (String form : cluster.forms()) {
                List<String> words = words(form);
                boolean named = cluster.kind() == IdentityKind.PERSON || cluster.kind() == IdentityKind.UNKNOWN;
                add(named && words.size() < 2 ? perhaps : certain, String.join(" ", words), cluster.id());
                if (words.size() > 1) {
                    add(certain, String.join("", words), cluster.id());
                    if (named) {
                        add(certain, String.join(" ", words.reversed()), cluster.id());
                        words.forEach(word -> add(perhaps, word, cluster.id()));
                    }
                }
            }
        }
    }

    static List<Cluster> clusters(Contents contents) {
        var joined = new HashMap<Id, Id>();
        contents.identities().forEach(identity -> joined.put(identity.id(), identity.id()));
        for (Decision decision : contents.decisions()) {
            if (decision.verdict() instanceof Verdict.SameAs(Id other)) {
                Id from = joined.get(decision.target());
                Id to = joined.get(other);
                joined.replaceAll((id, in) -> in.equals(from) ? to : in);
            }
        }
        var members = new LinkedHashMap<Id, List<Identity>>();
        contents.identities()
                .forEach(identity -> members.computeIfAbsent(joined.get(identity.id()), id -> new ArrayList<>())
                        .add(identity));
        return members.values().stream().map(same -> cluster(contents, same)).toList();
    }

    private static Cluster cluster(Contents contents, List<Identity> same) {
        var ids = new LinkedHashSet<Id>();
        var forms = new LinkedHashSet<String>();
        same.forEach(identity -> {
            ids.add(identity.id());
            forms.add(identity.name());
        });
        List<Mention> mentions = contents.mentions().stream()
                .filter(mention -> ids.contains(mention.identity()))
                .toList();
        mentions.forEach(mention -> forms.add(mention.text()));
        Optional<Decision> decision = contents.decisions().stream()
                .filter(d -> ids.contains(d.target()) && d.verdict().aspect().equals("name"))
                .reduce((a, b) -> b);
        Identity first = same.getFirst();
        return new Cluster(
                first.id(),
                ids,
                first.kind(),
                first.name(),
                List.copyOf(forms),
                mentions.size(),
                (int) mentions.stream().map(Mention::account).distinct().count(),
                decision);
    }

    @Override
    public List<Occurrence> in(String text) {
        Folding folding = Folding.of(text);
        List<Span> spans = spans(folding.text());
        var found = new ArrayList<Occurrence>();
        for (int from = 0; from < spans.size(); from++) {
            var key = new StringBuilder();
            for (int to = from; to < Math.min(spans.size(), from + 6); to++) {
                if (to > from && spans.get(to).start() - spans.get(to - 1).end() > 3) {
                    break;
                }
                key.append(to > from ? " " : "").append(spans.get(to).of(folding.text()));
                Span span = folding.origin(
                        new Span(spans.get(from).start(), spans.get(to).end()));
                look(certain, key.toString(), span, true, found);
                look(perhaps, key.toString(), span, false, found);
            }
        }
        return found;
    }

    private static void look(Map<String, Set<Id>> forms, String key, Span span, boolean sure, List<Occurrence> found) {
        Set<Id> clusters = forms.get(key);
        if (clusters != null) {
            found.add(new Occurrence(span, List.copyOf(clusters), sure));
        }
    }

    private static void add(Map<String, Set<Id>> forms, String form, Id cluster) {
        forms.computeIfAbsent(form, f -> new LinkedHashSet<>()).add(cluster);
    }

    private static List<String> words(String form) {
        String folded = Folding.fold(form);
        return spans(folded).stream().map(span -> span.of(folded)).toList();
    }

    private static List<Span> spans(String folded) {
        var spans = new ArrayList<Span>();
        int at = 0;
        while (at < folded.length()) {
            int from = at;
            while (at < folded.length() && Character.isLetterOrDigit(folded.charAt(at))) {
                at++;
            }
            if (at > from) {
                spans.add(new Span(from, at));
            } else {
                at++;
            }
        }
        return spans;
    }
}
