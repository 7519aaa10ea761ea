package org.afterword.cli;

import picocli.CommandLine.Command;

@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description = "An inbox where somebody tells without giving a name, and comes back to answer.",
        subcommands = IntakeInitCommand.class,
        footer = {
            "",
            "docs/intake.md says how to put it behind Tor, and what it keeps from whom.",
            "",
            "Examples:",
            "  afterword intake init inbox/ --case case.afterword --operator who.txt --channel https://…",
        })
final class IntakeCommand {}
