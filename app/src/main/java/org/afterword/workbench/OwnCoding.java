package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Quotation;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Actor;
import org.afterword.model.Circumstances;
import org.afterword.model.Claim;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Target;

/** A passage that a person codes: its words as they were selected, with their place, or as they were typed. */
final class OwnCoding {
    static final String ADDRESS = "/code";
    private static final String NOTHING = "Nothing was coded.";

    private OwnCoding() {}

    static void take(Desk desk, Context request) throws IOException {
        String words = Answers.field(request, "words");
        if (words.isBlank()) {
            throw new IllegalArgumentException("Select the words in the account, or write them as they stand there.");
        }
        if (Answers.field(request, "code").isEmpty()) {
            throw new IllegalArgumentException("Choose what the passage is about.");
        }
        Id id = Id.parse(Answers.field(request, "target"));
        Account account = desk.contents()
                .account(id)
                .orElseThrow(() -> new IllegalArgumentException("That account is gone. " + NOTHING));
        Span span = place(account, words, Answers.field(request, "at"));
        if (account.turnAt(span).isEmpty()) {
            throw new IllegalArgumentException(
                    "A passage lies inside what one speaker says. Select what one of them says. " + NOTHING);
        }
        Suggestion coded = desk.change(() -> desk.opened().code(account, span, coding(request)));
        request.redirect(desk.state().coding(coded).map(Parts::address).orElse("/account/" + id), HttpStatus.SEE_OTHER);
    }

    private static Proposal.Coding coding(Context request) {
        return new Proposal.Coding(
                        Answers.field(request, "code"),
                        Polarity.parse(Answers.field(request, "polarity")),
                        Access.parse(Answers.field(request, "access")),
                        Claim.parse(Answers.field(request, "claim")),
                        Optional.of(Answers.field(request, "group")).filter(group -> !group.isEmpty()))
                .in(new Circumstances(
                        Optional.of(Actor.parse(Answers.field(request, "actor"))),
                        Optional.of(Target.parse(Answers.field(request, "to"))),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** @param at "12-80" in UTF-16 code units, where a script knows it; else empty */
    private static Span place(Account account, String words, String at) {
        String text = account.text();
        if (at.matches("[0-9]{1,9}-[0-9]{1,9}")) {
            int dash = at.indexOf('-');
            int start = Integer.parseInt(at.substring(0, dash));
            int end = Integer.parseInt(at.substring(dash + 1));
            if (start < end && end <= text.length() && Quotation.is(text.substring(start, end), words)) {
                return new Span(start, end);
            }
        }
        List<Span> places = Quotation.in(text, words);
        if (places.size() == 1) {
            return places.getFirst();
        }
        throw new IllegalArgumentException(
                places.isEmpty()
                        ? "These words do not stand in the account as they are written here. Copy them from its text. "
                                + NOTHING
                        : "These words stand in the account " + Phrases.times(places.size())
                                + ". Take more of what stands around them, so that it is clear which are meant. "
                                + NOTHING);
    }
}
