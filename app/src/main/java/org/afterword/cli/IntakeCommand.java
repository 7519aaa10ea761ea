package org.afterword.cli;

import picocli.CommandLine.Command;

@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description = "An inbox where somebody tells without giving a name, and comes back to answer.",
        subcommands = {
            IntakeInitCommand.class,
            IntakeServeCommand.class,
            IntakeCollectCommand.class,
            IntakeListCommand.class,
            IntakeReplyCommand.class,
            IntakeBlockCommand.class
        },
        footer = {
            "",
            "docs/intake.md says how to put it behind Tor, and what it keeps from whom.",
            "",
            "Examples:",
            "  afterword intake init inbox/ --case case.afterword --operator who.txt --channel https://archive.example",
            "  afterword intake serve inbox/ --host YOURADDRESS.onion",
            "  afterword intake collect case.afterword inbox/",
            "  afterword intake reply case.afterword 4h2k \"When was that?\""
        })
final class IntakeCommand {}
