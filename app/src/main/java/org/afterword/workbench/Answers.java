package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.Deciding;
import org.afterword.Refused;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.PersonRole;
import org.afterword.model.Proposal;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.page.Templates;
import org.afterword.people.Cluster;
import org.afterword.people.Facts;

/**
 * What a person answers: every form of the workbench comes here. A decision made on a page that shows an older state is
 * not recorded over the newer one; both are shown, and asked again.
 */
final class Answers {
    /** Our own pages, and nothing else. */
    private static final Pattern BACK = Pattern.compile("/[A-Za-z0-9/._-]*(\\?[a-z0-9=&-]*)?(#[a-z0-9-]*)?");

    private final Desk desk;

    Answers(Desk desk) {
        this.desk = desk;
    }

    void decide(Context request) throws IOException {
        decide(request, field(request, "target"), asked(request));
    }

    /** The words that a person typed belong to decisions that end in "=". */
    private static String asked(Context request) {
        String decision = field(request, "decision");
        if (decision.equals("change")) {
            var fields = new ArrayList<String>();
            for (String name : List.of("code", "polarity", "access", "claim", "actor")) {
                fields.add(name + ":" + field(request, name));
            }
            // "target" is what the form is about
            fields.add("target:" + field(request, "to"));
            return "change=" + String.join(",", fields);
        }
        if (decision.equals("keep=") || decision.equals("is=")) {
            return decision + field(request, "as");
        }
        if (decision.equals("show=")) {
            return PicturePage.show(field(request, "words"));
        }
        if (decision.endsWith(":")) {
            return decision + " " + field(request, "words");
        }
        return decision.endsWith("=") ? decision + field(request, "words") : decision;
    }

    private void decide(Context request, String target, String decision) throws IOException {
        if (decision.isEmpty()) {
            throw new IllegalArgumentException("Nothing was chosen.");
        }
        Id id = Id.parse(target);
        Verdict verdict = Verdict.parse(decision);
        boolean settles = field(request, "adjudicates").equals("yes");
        var asked = new Deciding.Request(
                target,
                decision,
                field(request, "reason"),
                field(request, "confirmed").equals("yes"),
                settles);
        Optional<Sheets.MessageSheet> conflict;
        try {
            conflict = desk.change(() -> {
                Optional<Decision> now =
                        settles ? desk.contents().decision(id, Decision.SETTLED) : holding(id, verdict);
                if (!now.map(d -> d.id().toString()).orElse("").equals(field(request, "seen"))) {
                    return Optional.of(conflict(request, id, verdict, now, settles));
                }
                desk.opened().deciding().record(List.of(asked));
                return Optional.empty();
            });
        } catch (Refused refused) {
            keepRefused(request, id, verdict, refused);
            return;
        }
        if (conflict.isPresent()) {
            show(request, HttpStatus.CONFLICT, conflict.get());
        } else {
            request.redirect(back(request), HttpStatus.SEE_OTHER);
        }
    }

    /** A person's name is kept in two steps; what else is refused is said as it is. */
    private void keepRefused(Context request, Id target, Verdict verdict, Refused refused) {
        Optional<Cluster> person = desk.state()
                .cluster(target)
                .filter(Cluster::mayBePerson)
                .filter(cluster -> !cluster.facts().minor());
        if (!(verdict instanceof Verdict.Keep(var as)) || person.isEmpty()) {
            throw refused;
        }
        boolean again = !refused.unconfirmed().isEmpty();
        Sheets.KeepSheet sheet = WhoPart.keep(
                desk,
                person.get(),
                as,
                field(request, "reason"),
                as.isPresent() && !again ? refused.getMessage() : "",
                again,
                back(request));
        request.status(HttpStatus.OK).html(Templates.render("workbench/keep.jte", Map.of("sheet", sheet)));
    }

    /** The decision that this one would replace. */
    private Optional<Decision> holding(Id target, Verdict verdict) {
        State state = desk.state();
        if (verdict.aspect().equals(new Verdict.Keep().aspect())) {
            return state.cluster(target).flatMap(Cluster::decision);
        }
        Optional<Facts> facts = state.cluster(target).map(Cluster::facts);
        if (facts.isPresent() && verdict instanceof Verdict.Is(PersonRole role)) {
            return role.age() ? facts.get().age() : facts.get().role();
        }
        if (facts.isPresent() && (verdict instanceof Verdict.Agrees || verdict instanceof Verdict.Withdraws)) {
            return facts.get().agreement();
        }
        if (eachTheirOwn(verdict, target)) {
            return desk.contents()
                    .decision(target, verdict.aspect(), desk.opened().coding().coder());
        }
        Optional<Id> other = switch (verdict) {
            case Verdict.SameAs(Id same) -> Optional.of(same);
            case Verdict.DistinctFrom(Id distinct) -> Optional.of(distinct);
            default -> Optional.empty();
        };
        return desk.contents()
                .decision(target, verdict.aspect())
                .or(() -> other.flatMap(far -> desk.contents().decision(far, new Verdict.SameAs(target).aspect())));
    }

    private boolean eachTheirOwn(Verdict verdict, Id target) {
        return verdict instanceof Verdict.Read
                || (verdict.aspect().equals(new Verdict.Accept().aspect())
                        && desk.contents()
                                        .suggestion(target)
                                        .map(Suggestion::proposal)
                                        .orElse(null)
                                instanceof Proposal.Coding);
    }

    private Sheets.MessageSheet conflict(
            Context request, Id target, Verdict verdict, Optional<Decision> now, boolean settles) {
        State state = desk.state();
        String wanted = Phrases.settled(verdict, state);
        return new Sheets.MessageSheet(
                desk.frame("Afterword: decided meanwhile", ""),
                "This was decided since you opened the page",
                List.of(
                        "It is about “" + state.called(target) + "”.",
                        now.map(decision -> "Now: " + Phrases.settled(decision.verdict(), state) + " (" + decision.by()
                                        + ").")
                                .orElse("Now: nothing is decided; it was taken back."),
                        "You chose: " + wanted + ".",
                        "Nothing was changed. Which shall hold?"),
                Optional.of(new Sheets.Way(back(request), "Leave it as it is now")),
                Optional.of(new Sheets.Again(
                        target.toString(),
                        verdict.text(),
                        now.map(decision -> decision.id().toString()).orElse(""),
                        back(request),
                        wanted,
                        field(request, "reason"),
                        settles)),
                Optional.empty());
    }

    /** Two names are one: the other is typed. */
    void join(Context request) throws IOException {
        String typed = field(request, "words");
        State state = desk.state();
        Id target = Id.parse(field(request, "target"));
        List<Cluster> bearers = state.protection().clusters().stream()
                .filter(cluster -> !cluster.members().contains(target))
                .filter(cluster -> cluster.name().equalsIgnoreCase(typed)
                        || cluster.forms().stream().anyMatch(form -> form.equalsIgnoreCase(typed)))
                .toList();
        List<Cluster> exact = bearers.stream()
                .filter(cluster -> cluster.name().equalsIgnoreCase(typed))
                .toList();
        List<Cluster> meant = exact.isEmpty() ? bearers : exact;
        if (meant.size() != 1) {
            throw new IllegalArgumentException(
                    typed.isEmpty()
                            ? "Write the other name, as the list of names has it."
                            : meant.isEmpty()
                                    ? "Nobody else in this case is called that. Write the name as the list has it."
                                    : meant.size() + " things in this case are called that. Write the fuller name.");
        }
        decide(request, target.toString(), "same-as=" + meant.getFirst().id());
    }

    /** A name that nothing found. */
    void name(Context request) throws IOException {
        String name = field(request, "words");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Write the name first.");
        }
        IdentityKind kind = IdentityKind.valueOf(field(request, "kind").toUpperCase(Locale.ROOT));
        int found = desk.change(() -> desk.opened().addNames(List.of(name), kind));
        message(
                request,
                HttpStatus.OK,
                "The name is in the case",
                List.of(
                        found == 0
                                ? "No place was found that was not known already."
                                : "It was found " + Phrases.times(found) + ", in every form, in all accounts.",
                        "Decide now how strangers may read it."),
                new Sheets.Way(
                        desk.state().protection().clusters().stream()
                                .filter(cluster ->
                                        cluster.forms().stream().anyMatch(form -> form.equalsIgnoreCase(name)))
                                .findFirst()
                                .map(cluster -> "/people/" + cluster.id())
                                .orElse("/people"),
                        "Decide about it"));
    }

    /** Approves exactly the bytes that were shown. */
    void approve(Context request) throws IOException {
        Id id = Id.parse(field(request, "target"));
        var seen = new Verdict.Approve(Optional.of(new Sha256(field(request, "hash"))));
        try {
            desk.change(() ->
                    desk.opened().deciding().record(List.of(new Deciding.Request(id.toString(), seen.text(), ""))));
        } catch (Refused refused) {
            message(
                    request,
                    HttpStatus.CONFLICT,
                    "What a stranger would see has changed",
                    List.of(
                            "Since you opened the page something was decided or taken back that changes this account"
                                    + " or a name in it.",
                            "Nothing was approved. Read it again as it stands now."),
                    new Sheets.Way("/account/" + id + "/before", "Read it again"));
            return;
        }
        request.redirect(back(request), HttpStatus.SEE_OTHER);
    }

    /** The same for a picture. */
    void approvePicture(Context request) throws IOException {
        PicturePage.approve(desk, request);
        request.redirect(back(request), HttpStatus.SEE_OTHER);
    }

    void undo(Context request) throws IOException {
        Optional<Id> target = desk.change(() -> {
            Optional<Decision> newest = desk.opened()
                    .deciding()
                    .last()
                    .filter(decision -> decision.id().toString().equals(field(request, "seen")));
            if (newest.isPresent()) {
                desk.opened().deciding().undo(1);
            }
            return newest.map(Decision::target);
        });
        String back = back(request);
        if (target.isPresent()) {
            // on the page that shows the thing itself, to where it stands
            String place = target.flatMap(id -> desk.state().place(id))
                    .filter(where -> where.startsWith(back + "#") || where.startsWith(back + "?at="))
                    .orElse(back);
            request.redirect(place, HttpStatus.SEE_OTHER);
        } else {
            message(
                    request,
                    HttpStatus.CONFLICT,
                    "Another decision is the last one now",
                    List.of("Nothing was taken back. At the foot of this page stands what “Undo” would take back now."),
                    new Sheets.Way(back, "Go back"));
        }
    }

    private void message(Context request, HttpStatus status, String title, List<String> sentences, Sheets.Way way) {
        show(request, status, new Sheets.MessageSheet(desk.frame("Afterword", ""), title, sentences, way));
    }

    private static void show(Context request, HttpStatus status, Sheets.MessageSheet sheet) {
        request.status(status).html(Templates.render("workbench/message.jte", Map.of("sheet", sheet)));
    }

    static String field(Context request, String name) {
        return request.isMultipartFormData()
                ? "" // it would be put into temporary files
                : Optional.ofNullable(request.formParam(name)).orElse("").strip();
    }

    /** Where the form came from, if that is a page of ours. */
    static String back(Context request) {
        return ours(field(request, "back"));
    }

    /** That address, if it is one of ours. */
    static String ours(String back) {
        return BACK.matcher(back).matches() && !back.startsWith("//") ? back : "/";
    }
}
