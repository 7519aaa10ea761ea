package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Quotation;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Actor;
import org.afterword.model.Circumstances;
import org.afterword.model.Claim;
import org.afterword.model.CodePoints;
import org.afterword.model.Era;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Target;
import org.afterword.publishing.SaidHow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "code",
        description = "Codes a passage by hand.",
        footer = {
            "",
            "Positions count Unicode code points of the account's text, end exclusive; 'afterword text' shows it.",
            "A passage lies inside what one speaker says. 'afterword undo CASE' takes the coding back while it is the last thing",
            "decided, 'afterword decide CASE ID reject' at any time.",
            "",
            "Examples:",
            "  afterword code case.afterword 4h2k practice/money-demand --quote \"They asked for my savings.\"",
            "  afterword code case.afterword 4h2k practice/surveillance --start 120 --end 188 --access saw --claim habit",
            "  afterword code case.afterword 4h2k practice/love-bombing --quote \"Nobody flattered us.\" --polarity denies"
        })
final class CodeCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "The account's id, or its first characters.")
    private String account = "";

    @Parameters(index = "2", paramLabel = "CODE", description = "The code's id, as 'practice/money-demand'.")
    private String code = "";

    @Option(names = "--quote", paramLabel = "TEXT", description = "The passage's words, as they stand there once.")
    private @Nullable String quote;

    @Option(names = "--start", paramLabel = "N", description = "Where the passage begins.")
    private @Nullable Integer start;

    @Option(names = "--end", paramLabel = "N", description = "Where it ends.")
    private @Nullable Integer end;

    @Option(names = "--polarity", paramLabel = "WORD", description = "reports (default) or denies.")
    private String polarity = "reports";

    @Option(
            names = "--access",
            paramLabel = "WORD",
            description = "How the speaker knows: experienced (default), saw, told-by-named, told-by-unnamed, document,"
                    + " none.")
    private String access = "experienced";

    @Option(
            names = "--claim",
            paramLabel = "WORD",
            description = "What is stated: event (default), habit, rule, inference, opinion, speculation.")
    private String claim = "event";

    @Option(names = "--group", paramLabel = "NAME", description = "What it speaks of, if not the account's group.")
    private @Nullable String group;

    @Option(names = "--actor", paramLabel = "WORD", description = "Who does it: leadership, peers, author, unknown.")
    private @Nullable String actor;

    @Option(
            names = "--target",
            paramLabel = "WORD",
            description = "To whom it is done: author, members, leavers, outsiders, unknown.")
    private @Nullable String target;

    @Option(names = "--unit", paramLabel = "NAME", description = "In what branch, section or circle of the group.")
    private @Nullable String unit;

    @Option(names = "--period", paramLabel = "TIME", description = "When it was so: 2011, 2009..2014, 2009-05.. .")
    private @Nullable String period;

    @Option(names = "--memo", paramLabel = "TEXT", description = "What you want to note about it.")
    private @Nullable String memo;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Account found = opened.deciding().account(account);
        Span span = span(found);
        var coding = new Proposal.Coding(
                        KnownCodes.known(code, Codebooks.of(opened.contents()), List.of()),
                        Polarity.parse(polarity),
                        Access.parse(access),
                        Claim.parse(claim),
                        Optional.ofNullable(group))
                .in(circumstances());
        Suggestion coded = opened.code(found, span, coding);
        if (memo != null) {
            opened.deciding().record(List.of(new Request(coded.id().toString(), "memo=" + memo, "")));
        }
        var points = new CodePoints(found.text());
        terminal.say(
                "Coded as " + coding.code() + " (" + coding.polarity() + ", " + coding.standing() + "): " + coded.id());
        terminal.data(Row.of("id", coded.id())
                .and("account", found.id())
                .and("start", points.of(span.start()))
                .and("end", points.of(span.end()))
                .and("quote", span.of(found.text()))
                .and("code", coding.code())
                .and("polarity", coding.polarity())
                .and("access", coding.access())
                .and("claim", coding.claim())
                .and("standing", coding.standing())
                .and(SaidHow.circumstances(coding))
                .and("by", coded.by()));
        return Exit.DONE;
    }

    private Circumstances circumstances() {
        return new Circumstances(
                Optional.ofNullable(actor).map(Actor::parse),
                Optional.ofNullable(target).map(Target::parse),
                Optional.ofNullable(unit),
                Optional.ofNullable(period).map(Era::parse));
    }

    private Span span(Account in) {
        if (quote != null && start == null && end == null) {
            return quoted(in.text(), quote);
        }
        if (quote != null || start == null || end == null) {
            throw new UsageException("where is the passage? Give --quote TEXT, or --start N and --end N");
        }
        int length = in.text().codePointCount(0, in.text().length());
        if (start < 0 || end > length || start >= end) {
            throw new UsageException(
                    "the text has " + Words.count(length, "character") + ", and a passage at least one of them");
        }
        var points = new CodePoints(in.text());
        return new Span(points.toUtf16(start), points.toUtf16(end));
    }

    private static Span quoted(String text, String words) {
        List<Span> places = Quotation.in(text, words);
        if (places.isEmpty()) {
            throw new UsageException("these words do not stand in the account as they are written here;"
                    + " 'afterword text' shows how they do");
        }
        if (places.size() > 1) {
            throw new UsageException(
                    "these words stand in the account more than once; quote more of them, or give --start and --end");
        }
        return places.getFirst();
    }
}
