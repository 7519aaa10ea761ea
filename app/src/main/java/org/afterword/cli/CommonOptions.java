package org.afterword.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command takes. */
final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Answer in JSON: one object, or one object a line.")
    private boolean json;

    @Option(
            names = {"--passphrase-file", "--identity"},
            paramLabel = "FILE",
            description = "Read the passphrase or the recovery code from the first line of FILE, or the age identity"
                    + " that it holds.")
    private @Nullable Path passphraseFile;

    @Option(
            names = {"--by", "--coder"},
            paramLabel = "NAME",
            description = "Who is working, as the log is to say, and who codes (default: ${DEFAULT-VALUE}).",
            defaultValue = "archivist")
    private String by = "archivist";

    String by() {
        return by;
    }

    /** Who is working, if that was said. */
    Optional<String> named() {
        CommandSpec spec = java.util.Objects.requireNonNull(command);
        return Optional.of(by).filter(_ -> spec.commandLine().getParseResult().hasMatchedOption("--by"));
    }

    Optional<Path> passphraseFile() {
        return Optional.ofNullable(passphraseFile);
    }

    Terminal terminal() {
        CommandSpec spec = java.util.Objects.requireNonNull(command);
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
    }
}
