package org.afterword.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.model.Actor;
import org.afterword.page.Strings;
import org.afterword.witnesses.Range;

/**
 * Findings in the language of the site. English has its sentences in {@code findings}; another language counts up the same
 * parts in the same order, and claims no more.
 */
final class Sentences {
    private final Strings strings;
    private final Codebook codebook;

    /**
     * @param codebook in the language of the strings
     */
    Sentences(Strings strings, Codebook codebook) {
        this.strings = strings;
        this.codebook = codebook;
    }

    private boolean english() {
        return strings.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    String of(Finding finding) {
        if (english()) {
            return finding.published();
        }
        if (finding.read() == 0) {
            return strings.say("sentence.unread");
        }
        if (finding.witnesses().high() == 0) {
            return strings.say("sentence.no-witness");
        }
        Code.Statement statement = codebook.code(finding.code())
                .flatMap(Code::statement)
                .orElseThrow(() -> new IllegalStateException(finding.code() + " is not counted"));
        boolean reported = finding.firstHand().high() > 0;
        var clauses = new ArrayList<String>();
        add(clauses, "sentence.reports", finding.firstHand(), statement.reports());
        add(clauses, reported ? "sentence.told.only" : "sentence.told", finding.hearsay(), statement.reports());
        add(clauses, "sentence.denies", finding.deny(), statement.denies());
        boolean said = reported || finding.hearsay().high() > 0;
        add(clauses, said ? "sentence.mixed" : "sentence.mixed.only", finding.mixed(), statement.reports());
        add(clauses, "sentence.not-mentioned", finding.notMentioned(), "");
        add(clauses, "sentence.not-in-position", finding.notInPosition(), "");
        return strings.say("sentence.of", of(finding.witnesses()), String.join("; ", clauses))
                + tied(finding)
                + byWhom(finding);
    }

    /** "einer Person", "3 bis 5 Personen". */
    private String of(Range people) {
        return people.high() == 1 ? strings.say("sentence.of.one") : strings.people(people);
    }

    private String tied(Finding finding) {
        if (finding.apart() >= finding.firstHand().high()) {
            return "";
        }
        return " "
                + (finding.apart() == 1
                        ? strings.say("sentence.tied")
                        : strings.say("sentence.tied.some", finding.apart()));
    }

    private String byWhom(Finding finding) {
        var clauses = new ArrayList<String>();
        finding.by().forEach((actor, people) -> {
            if (actor != Actor.UNKNOWN) {
                add(clauses, "sentence.by." + actor, people, "");
            }
        });
        return !finding.publishesByWhom() || clauses.isEmpty()
                ? ""
                : " " + strings.say("sentence.by", String.join("; ", clauses));
    }

    private void add(List<String> clauses, String key, Range people, String statement) {
        if (people.high() > 0) {
            clauses.add(strings.say(key, strings.number(people), people.high(), statement));
        }
    }

    /** That those who tell of one step tell of the next as well. */
    String of(Arrow arrow) {
        return english()
                ? arrow.sentence()
                : strings.say(
                        "sentence.next",
                        strings.people(arrow.people()),
                        arrow.people().high(),
                        strings.say("sentence.step." + arrow.from()),
                        strings.number(arrow.both()),
                        arrow.both().high(),
                        strings.say("sentence.step." + arrow.to()));
    }
}
