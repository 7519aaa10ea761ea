package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.afterword.casefile.Doctor;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Problem;
import org.afterword.casefile.Repair;
import org.afterword.custody.Verification;

/** Puts right what a verification says can be, once the person agrees. */
final class Repairing {
    private final Path path;
    private final Passphrase passphrase;
    private final Terminal terminal;
    private final boolean yes;

    Repairing(Path path, Passphrase passphrase, Terminal terminal, boolean yes) {
        this.path = path;
        this.passphrase = passphrase;
        this.terminal = terminal;
        this.yes = yes;
    }

    /** Whether something was done. */
    boolean repair(Verification found) throws IOException {
        EnumSet<Repair> repairs = EnumSet.noneOf(Repair.class);
        found.problems().stream().map(Problem::repair).flatMap(Optional::stream).forEach(repairs::add);
        if (repairs.isEmpty()) {
            terminal.say(found.ok() ? "There is nothing to repair." : "None of this can be repaired safely.");
            return false;
        }
        if (!yes && !agreed()) {
            terminal.say("Nothing was changed.");
            return false;
        }
        Path copy = Doctor.repair(path, passphrase, repairs);
        terminal.say("The file as it was is kept as " + copy + ".");
        repairs.forEach(repair -> terminal.say("  " + repair.done()));
        terminal.data(Row.of("repaired", repairs).and("copy", copy.toString()));
        return true;
    }

    private static boolean agreed() {
        String answer = Terminal.console()
                .orElseThrow(() -> new UsageException(
                        "--repair changes the case; say --yes as well where nobody can" + " be asked"))
                .readLine("Put this right, keeping a copy of the file as it is? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
