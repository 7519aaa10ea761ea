package org.afterword.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.casefile.Frames;
import org.afterword.coding.Coded;
import org.afterword.language.Folding;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.people.Cluster;
import org.afterword.witnesses.Copies;

/**
 * The bundled case's decisions. They were written down once, by what they are about; in each new case that has another
 * id.
 */
final class DemoDecisions {
    /** Whether a line belongs to what is decided at first, or to what the refusal asks for. */
    enum Part {
        FIRST,
        AFTER_REFUSAL
    }

    private final Case opened;
    private final List<Coded> codings;
    private final Map<String, List<Account>> byFile = new HashMap<>();

    DemoDecisions(Case opened) {
        this.opened = opened;
        this.codings = opened.codings();
        Map<Id, String> names = new HashMap<>();
        opened.contents().exhibits().forEach(exhibit -> names.put(exhibit.id(), exhibit.name()));
        try (Stream<Account> accounts = opened.contents().accounts()) {
            accounts.forEach(account -> byFile.computeIfAbsent(names.get(account.exhibit()), file -> new ArrayList<>())
                    .add(account));
        }
    }

    /** What the lines are about, in the order in which it has to be decided. */
    enum About {
        PERSON,
        /** Every name that no line speaks of. */
        REST,
        PASSAGE,
        WORDING,
        WITNESS,
        GROUP,
        COPY,
        ACCOUNT;

        static About of(JsonNode node) throws IOException {
            return switch (node.path("for").asText("")) {
                case "person" -> PERSON;
                case "rest" -> REST;
                case "passage" -> node.path("decision").asText("").startsWith("reword=") ? WORDING : PASSAGE;
                case "witness" -> WITNESS;
                case "group" -> GROUP;
                case "copy" -> COPY;
                case "account" -> ACCOUNT;
                default -> throw new IOException("the demo decides about something unknown");
            };
        }
    }

    /** The lines of one part about one kind of thing, as requests. */
    List<Request> requests(List<String> lines, Part part, About about) throws IOException {
        List<Request> requests = new ArrayList<>();
        for (String line : lines) {
            JsonNode node = Frames.json().readTree(line);
            boolean later = node.path("when").asText("").equals("after-refusal");
            if (later == (part == Part.AFTER_REFUSAL) && About.of(node) == about) {
                requests.addAll(
                        switch (about) {
                            case PERSON -> person(node);
                            case REST -> rest(node, lines);
                            case PASSAGE -> passage(node);
                            case WORDING -> wording(node);
                            case WITNESS -> witness(node);
                            case GROUP -> group(node);
                            case COPY -> copy(node);
                            case ACCOUNT -> account(node);
                        });
            }
        }
        return requests;
    }

    private static Request request(Id target, String decision, JsonNode node) {
        return new Request(
                target.toString(),
                decision,
                node.path("reason").asText(""),
                node.path("confirmed").asBoolean(false));
    }

    /** A name that was not found is added by hand, as a person would; other forms of it are joined to it. */
    private List<Request> person(JsonNode node) throws IOException {
        Set<String> forms = forms(node);
        String name = node.path("name").asText("");
        if (named(forms).isEmpty() && !node.path("ifFound").asBoolean(false)) {
            opened.addNames(
                    List.of(name),
                    IdentityKind.valueOf(node.path("kind").asText("person").toUpperCase(Locale.ROOT)));
        }
        List<Cluster> found = named(forms);
        List<Request> requests = new ArrayList<>();
        for (Cluster cluster : found) {
            requests.add(
                    requests.isEmpty()
                            ? request(cluster.id(), node.path("decision").asText(""), node)
                            : new Request(
                                    cluster.id().toString(),
                                    "same-as=" + found.getFirst().id(),
                                    "another form of it"));
        }
        return requests;
    }

    private List<Request> rest(JsonNode node, List<String> lines) throws IOException {
        Set<String> heldBack = new HashSet<>();
        for (String line : lines) {
            JsonNode other = Frames.json().readTree(line);
            if (About.of(other) == About.PERSON) {
                heldBack.addAll(forms(other));
            }
        }
        return opened.people().stream()
                .filter(cluster ->
                        cluster.decision().isEmpty() && !cluster.kind().contact())
                .filter(cluster -> !heldBack.contains(Folding.fold(cluster.name())))
                .map(cluster -> request(cluster.id(), node.path("decision").asText(""), node))
                .toList();
    }

    private static Set<String> forms(JsonNode node) {
        Set<String> forms = new HashSet<>();
        forms.add(Folding.fold(node.path("name").asText("")));
        node.path("forms").forEach(form -> forms.add(Folding.fold(form.asText(""))));
        return forms;
    }

    private List<Cluster> named(Set<String> forms) {
        return opened.people().stream()
                .filter(cluster -> forms.contains(Folding.fold(cluster.name())))
                .toList();
    }

    private List<Request> account(JsonNode node) throws IOException {
        List<Account> accounts = byFile.getOrDefault(node.path("file").asText(""), List.of());
        String index = node.path("index").asText("");
        return (index.equals("*") ? accounts : accounts.subList(Integer.parseInt(index), Integer.parseInt(index) + 1))
                .stream()
                        .map(account ->
                                request(account.id(), node.path("decision").asText(""), node))
                        .toList();
    }

    private List<Request> group(JsonNode node) {
        String name = node.path("name").asText("");
        return opened.contents().groups().stream()
                .filter(group -> group.name().equals(name))
                .map(group -> request(group.id(), node.path("decision").asText(""), node))
                .toList();
    }

    private List<Request> copy(JsonNode node) {
        List<Id> copies = ids(node.path("file").asText(""));
        List<Id> originals = ids(node.path("of").asText(""));
        return Copies.list(opened.contents()).stream()
                .filter(copy -> copies.contains(copy.b()) && originals.contains(copy.a()))
                .map(copy -> request(copy.suggestion(), node.path("decision").asText(""), node))
                .toList();
    }

    private List<Id> ids(String file) {
        return byFile.getOrDefault(file, List.of()).stream().map(Account::id).toList();
    }

    private List<Request> witness(JsonNode node) throws IOException {
        String decision = node.path("decision").asText("");
        List<Request> requests = new ArrayList<>();
        for (Speaker speaker : speakers(node)) {
            if (node.has("other")) {
                for (Speaker other : speakers(node.get("other"))) {
                    requests.add(request(speaker.id(), decision + "=" + other.id(), node));
                }
            } else {
                requests.add(request(speaker.id(), decision, node));
            }
        }
        return requests;
    }

    private List<Speaker> speakers(JsonNode node) {
        String name = Folding.fold(node.path("speaker").asText(""));
        List<Speaker> all = byFile.getOrDefault(node.path("file").asText(""), List.of()).stream()
                .flatMap(account -> account.speakers().stream())
                .toList();
        List<Speaker> named =
                all.stream().filter(s -> Folding.fold(s.name()).equals(name)).toList();
        return named.isEmpty() && all.size() == 1 ? all : named;
    }

    private List<Request> passage(JsonNode node) throws IOException {
        Optional<Coded> suggested = suggested(node);
        String decision = node.path("decision").asText("");
        if (node.path("ifSuggested").asBoolean(false)) {
            return suggested
                    .map(coded -> List.of(request(coded.suggestion(), decision, node)))
                    .orElse(List.of());
        }
        var wanted = new Proposal.Coding(
                node.path("code").asText(""),
                Polarity.parse(node.path("polarity").asText("reports")),
                Access.parse(node.path("access").asText("experienced")),
                Claim.parse(node.path("claim").asText("event")),
                Optional.empty());
        if (suggested.isPresent()) {
            Proposal.Coding coding = suggested.get().coding();
            String verdict = coding.polarity() == wanted.polarity()
                            && coding.access() == wanted.access()
                            && coding.claim() == wanted.claim()
                    ? "accept"
                    : "change=polarity:" + wanted.polarity() + ",access:" + wanted.access() + ",claim:"
                            + wanted.claim();
            return List.of(request(suggested.get().suggestion(), verdict, node));
        }
        for (Account account : byFile.getOrDefault(node.path("file").asText(""), List.of())) {
            String words = node.path("passage").asText("");
            int at = account.text().indexOf(words);
            if (at >= 0) {
                opened.code(account, new Span(at, at + words.length()), wanted);
                return List.of();
            }
        }
        return List.of();
    }

    private List<Request> wording(JsonNode node) {
        return suggested(node)
                .map(coded -> List.of(
                        request(coded.suggestion(), node.path("decision").asText(""), node)))
                .orElse(List.of());
    }

    private Optional<Coded> suggested(JsonNode node) {
        List<Account> accounts = byFile.getOrDefault(node.path("file").asText(""), List.of());
        String words = node.path("passage").asText("");
        return codings.stream()
                .filter(coded -> coded.coding().code().equals(node.path("code").asText("")))
                .filter(coded -> accounts.stream()
                        .filter(account -> account.id().equals(coded.passage().account()))
                        .anyMatch(account -> {
                            int at = account.text().indexOf(words);
                            return at >= 0 && coded.passage().span().overlaps(new Span(at, at + words.length()));
                        }))
                .findFirst();
    }
}
