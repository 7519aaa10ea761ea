package org.afterword.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.Refused;
import org.afterword.casefile.CaseException;
import org.afterword.coding.CodebookException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns what went wrong into a sentence and an exit code. */
final class Failures {
    private Failures() {}

    private record Failure(String message, int exit) {}

    static int handle(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        boolean json = false;
        for (var given = parsed; given != null; given = given.subcommand()) {
            json |= given.hasMatchedOption("--json");
        }
        return say(of(e), command, json);
    }

    /** For arguments that cannot be understood: what is wrong with them, and where to read how it is done. */
    static int misused(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String wrong = switch (e) {
            case UnmatchedArgumentException unmatched
            when unmatched.isUnknownOption() ->
                "there is no option " + unmatched.getUnmatched().getFirst();
            case UnmatchedArgumentException unmatched
            when command.getParent() == null ->
                "there is no command '" + unmatched.getUnmatched().getFirst() + "'";
            case UnmatchedArgumentException unmatched ->
                "'" + unmatched.getUnmatched().getFirst() + "' is one argument too many";
            case MissingParameterException missing ->
                "it needs "
                        + missing.getMissing().stream()
                                .map(spec -> spec instanceof OptionSpec option
                                        ? option.longestName() + " " + spec.paramLabel()
                                        : spec.paramLabel())
                                .distinct()
                                .collect(Collectors.joining(" and "));
            case OverwrittenOptionException twice -> "an option is given twice";
            default ->
                Optional.ofNullable(e.getArgSpec())
                        .map(spec -> "'" + e.getValue() + "' is no " + spec.paramLabel()
                                + (spec instanceof OptionSpec option ? " for " + option.longestName() : ""))
                        .orElse(command.getParent() == null ? "it needs a command" : "this cannot be understood");
        };
        String help = command.getCommandSpec().qualifiedName() + " --help";
        return say(
                new Failure(wrong + "; '" + help + "' shows how it is used", Exit.USAGE),
                command,
                List.of(arguments).contains("--json"));
    }

    private static int say(Failure failure, CommandLine command, boolean json) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("error", failure.message());
            error.put("exit", failure.exit());
            command.getErr().println(Terminal.line(error));
        } else {
            command.getErr().println("afterword: " + failure.message());
        }
        return failure.exit();
    }

    private static Failure of(Throwable e) {
        return switch (e) {
            case CaseException.WrongPassphrase wrong -> new Failure(wrong.getMessage(), Exit.WRONG_PASSPHRASE);
            case CodebookException codebook -> new Failure(codebook.getMessage(), Exit.FAILED);
            case CaseException failed -> new Failure(failed.getMessage(), Exit.FAILED);
            case UsageException usage -> new Failure(usage.getMessage(), Exit.USAGE);
            case Refused refused -> new Failure(refused.getMessage(), Exit.USAGE);
            case IllegalArgumentException argument
            when argument.getMessage() != null -> new Failure(argument.getMessage(), Exit.USAGE);
            case UncheckedIOException unchecked -> of(unchecked.getCause());
            case NoSuchFileException gone -> new Failure("there is no file or folder " + gone.getFile(), Exit.FAILED);
            case FileAlreadyExistsException there ->
                new Failure(there.getFile() + " is there already; nothing was overwritten", Exit.FAILED);
            case AccessDeniedException denied ->
                new Failure("you have no permission for " + denied.getFile(), Exit.FAILED);
            case FileSystemException failed -> new Failure(failed.getFile() + ": " + failed.getReason(), Exit.FAILED);
            case IOException io ->
                new Failure(
                        "reading or writing failed (" + io.getMessage() + "); what was acknowledged is safe",
                        Exit.FAILED);
            default -> unexpected(e);
        };
    }

    /** Where it happened, without messages: those might hold what a case says. */
    private static Failure unexpected(Throwable e) {
        var text = new StringBuilder("something went wrong that should not; what was acknowledged is safe."
                + " Please report this, it holds nothing of the case: ");
        for (Throwable t = e; t != null; t = t.getCause()) {
            text.append(t.getClass().getName());
            StackTraceElement[] trace = t.getStackTrace();
            for (int i = 0; i < Math.min(6, trace.length); i++) {
                text.append(i == 0 ? " at " : " < ")
                        .append(trace[i].getClassName())
                        .append('.')
                        .append(trace[i].getMethodName())
                        .append(':')
                        .append(trace[i].getLineNumber());
            }
            text.append("; ");
        }
        return new Failure(text.toString(), Exit.FAILED);
    }
}
