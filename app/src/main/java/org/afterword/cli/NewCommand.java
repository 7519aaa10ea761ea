package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Creates an empty, encrypted case.",
        footer = {"", "Example:", "  afterword new case.afterword"})
final class NewCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "CASE",
            description = "The file to create; its name should end in .afterword.")
    private @Nullable Path path;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        Path to = Optional.ofNullable(path).orElseThrow();
        try (Passphrase passphrase = Asking.newPassphrase(options.passphraseFile())) {
            Case.Created created = Case.create(to, passphrase, options.by());
            try (Case opened = created.opened()) {
                terminal.say("Created " + to + ".");
                terminal.say("");
                terminal.say("Recovery code:  " + created.recoveryCode());
                terminal.say("");
                terminal.say("Write it down and keep it apart from this computer. It opens the case if the passphrase");
                terminal.say("is lost; nothing else does. It is shown this once.");
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("case", to.toString());
                data.put("id", opened.file().id());
                data.put("recoveryCode", created.recoveryCode());
                terminal.data(data);
            }
        }
        return Exit.DONE;
    }
}
