package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Codebooking;
import org.afterword.Program;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.RefiCodes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "codebook",
        description = "Lists the codebooks of a case, adds your own, and gives them out.",
        footer = {
            "",
            "Without ACTION, lists them. The actions:",
            "  show ID      the codes, with what they mean",
            "  check FILE   what adding the file would change, and which codings it touches; changes nothing",
            "  add FILE     adds a codebook, or a new version of one; codings that are there keep theirs",
            "  export ID    writes it to the file after -o",
            "",
            "Files end in .yaml (docs/codebooks.md says what is in them), or in .qdc (REFI-QDA, for other software).",
            "",
            "Examples:",
            "  afterword codebook case.afterword",
            "  afterword codebook case.afterword check ours.yaml",
            "  afterword codebook case.afterword add ours.yaml",
            "  afterword codebook case.afterword export lifton -o lifton.yaml"
        })
final class CodebookCommand extends CaseCommand {
    @Parameters(index = "1..*", arity = "0..2", paramLabel = "ACTION", description = "See below.")
    private List<String> action = List.of();

    @Option(names = "-o", paramLabel = "FILE", description = "For export: a file that is not there yet.")
    private @Nullable Path output;

    @Option(
            names = "--version-of",
            paramLabel = "VERSION",
            description = "For show and export: this version, not the newest.")
    private @Nullable String version;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        switch (action.isEmpty() ? "list" : action.getFirst()) {
            case "list" -> list(opened, terminal);
            case "show" -> show(book(opened, argument("ID")), terminal);
            case "check" -> told(opened.codebooking().plan(read(opened)), false, terminal);
            case "add" -> told(opened.codebooking().add(read(opened)), true, terminal);
            case "export" -> export(book(opened, argument("ID")), terminal);
            default ->
                throw new UsageException(
                        "there is no action '" + action.getFirst() + "'; 'afterword codebook --help' lists them");
        }
        return Exit.DONE;
    }

    private String argument(String what) {
        if (action.size() < 2) {
            throw new UsageException(
                    "'" + action.getFirst() + "' needs " + what + "; 'afterword codebook --help' shows how it is used");
        }
        return action.get(1);
    }

    private Codebook read(Case opened) throws IOException {
        return opened.codebooking().read(Path.of(argument("FILE")));
    }

    private Codebook book(Case opened, String id) {
        Codebooks codebooks = Codebooks.of(opened.contents());
        Optional<Codebook> book = version == null ? codebooks.book(id) : codebooks.book(id, version);
        return book.orElseThrow(() -> new UsageException(
                "there is no codebook '" + id + "'" + (version == null ? "" : " of version '" + version + "'")
                        + " in this case; 'afterword codebook CASE' lists them"));
    }

    private static void list(Case opened, Terminal terminal) {
        List<Coded> codings = opened.codings();
        for (Codebooks.Held held : Codebooks.of(opened.contents()).all()) {
            Codebook book = held.book();
            long coded = codings.stream()
                    .filter(one -> one.status() == Coded.Status.ACCEPTED)
                    .filter(one -> one.coding().code().startsWith(book.id() + "/"))
                    .filter(one -> one.coding().version().equals(Optional.of(book.version())))
                    .count();
            terminal.say(book.id() + "  version " + book.version() + "  " + book.name() + ": "
                    + Words.count(book.codes().size(), "code") + ", " + Words.count(coded, "coding")
                    + held.added().map(at -> ", since " + at).orElse(", comes with the program"));
            terminal.data(Row.of("id", book.id())
                    .and("version", book.version())
                    .and("name", book.name())
                    .and("description", book.description())
                    .and("source", book.source())
                    .and("codes", book.codes().size())
                    .and("codings", coded)
                    .and("added", held.added().map(Object::toString)));
        }
    }

    private static void show(Codebook book, Terminal terminal) {
        terminal.say(book.name() + " (" + book.id() + ", version " + book.version() + ")");
        terminal.say(book.description());
        for (Code code : book.codes()) {
            terminal.say("");
            terminal.say(code.id() + "  " + code.name());
            terminal.say("    " + code.definition().replace('\n', ' '));
            say("Counts", code.counts(), terminal);
            say("Does not count", code.doesNotCount(), terminal);
            say("Near misses", code.nearMisses(), terminal);
            terminal.data(Row.of("id", code.id())
                    .and("codebook", book.id())
                    .and("version", book.version())
                    .and("parent", code.parent())
                    .and("name", code.name())
                    .and("definition", code.definition())
                    .and("counts", code.counts())
                    .and("doesNotCount", code.doesNotCount())
                    .and("nearMisses", code.nearMisses())
                    .and("examples", code.examples())
                    .and("from", code.from())
                    .and("codable", code.elsewhere().codable()));
        }
    }

    private static void say(String what, List<String> texts, Terminal terminal) {
        if (!texts.isEmpty()) {
            terminal.say("    " + what + ": " + String.join("; ", texts));
        }
    }

    private static void told(Codebooking.Plan plan, boolean added, Terminal terminal) {
        Codebook book = plan.book();
        String what = "The codebook '" + book.id() + "' of version " + book.version();
        if (plan.known()) {
            terminal.say(what + " is in the case already.");
        } else {
            terminal.say(what + (added ? " was added: " : " would be added: ")
                    + Words.count(plan.change().added().size(), "new code") + ", "
                    + plan.change().removed().size() + " removed, "
                    + plan.change().redefined().size() + " redefined.");
            plan.change().removed().forEach(code -> terminal.say("  removed: " + code));
            plan.change()
                    .redefined()
                    .forEach((code, how) -> terminal.say("  redefined: " + code + " (" + String.join(", ", how) + ")"));
            List<Coded> touched = plan.change().touched();
            if (!touched.isEmpty()) {
                terminal.say((touched.size() == 1 ? "One coding has" : touched.size() + " codings have")
                        + " such a code, and keep the version by which they were made:");
                touched.forEach(one -> terminal.say(
                        "  " + one.suggestion() + "  " + one.coding().code()));
            }
        }
        terminal.data(Row.of("id", book.id())
                .and("version", book.version())
                .and("before", plan.before().map(Codebook::version))
                .and("known", plan.known())
                .and("added", plan.change().added())
                .and("removed", plan.change().removed())
                .and("redefined", plan.change().redefined())
                .and(
                        "touched",
                        plan.change().touched().stream().map(Coded::suggestion).toList()));
    }

    private void export(Codebook book, Terminal terminal) throws IOException {
        if (output == null) {
            throw new UsageException("'export' needs -o FILE; 'afterword codebook --help' shows how it is used");
        }
        boolean refi = output.toString().toLowerCase(Locale.ROOT).endsWith(".qdc");
        Files.writeString(
                output,
                refi ? RefiCodes.qdc(book, Program.NAME_AND_VERSION) : book.yaml(),
                StandardOpenOption.CREATE_NEW);
        terminal.say("Wrote " + Words.count(book.codes().size(), "code") + " to " + output + ".");
        terminal.data(Row.of("id", book.id()).and("version", book.version()).and("path", output.toString()));
    }
}
