package org.afterword.workbench;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.afterword.Case;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Passphrase;
import org.afterword.intake.Receipt;

/**
 * The way in to a case: to one that is open; or, in the browser, to one that a person makes there or opens with its
 * passphrase. Until then there is no other page.
 */
final class Entrance implements AutoCloseable {
    private static final Set<String> FORMS = Set.of("/begin", "/kept", "/open");
    private static final Set<String> ASSETS =
            Set.of("/style.css", "/icon.png", "/find.js", "/keys.js", "/mark.js", "/work.js");
    private static final int PROPOSED = 6;

    private final Path file;
    private final String by;
    private final Door door;
    /** A case that was made or opened here, and is closed here. */
    private Optional<Case> own = Optional.empty();

    private volatile Optional<Unkept> unkept = Optional.empty();
    private volatile Optional<Desks> desks = Optional.empty();

    /**
     * The recovery code, until the person has shown that it stands on paper.
     *
     * @param one which of its groups is asked for, from 0
     * @param other the same
     */
    private record Unkept(List<String> groups, int one, int other, String strength) {
        @Override
        public String toString() {
            return "a recovery code";
        }
    }

    Entrance(Case opened, Door door) {
        this(opened.file().path(), opened.actor(), door);
        desks = Optional.of(new Desks(opened, door, false).begun());
    }

    /**
     * @param file where the case lies, or is to lie
     * @param by who works with it
     */
    Entrance(Path file, String by, Door door) {
        this.file = file;
        this.by = by;
        this.door = door;
    }

    /** Whether there is a case to look at. */
    boolean open() {
        return desks.isPresent();
    }

    /** @throws IllegalStateException if there is no open case yet */
    Desk desk(Context request) {
        return desks.orElseThrow(() -> new IllegalStateException("no case is open yet"))
                .of(Door.user(request));
    }

    /** Whether the request is answered already: without an open case there is this page alone. */
    boolean holds(Context request) {
        String path = request.path();
        if (open() || ASSETS.contains(path) || FORMS.contains(path)) {
            return false;
        }
        if (path.equals("/")) {
            show(request, Optional.empty());
        } else {
            request.redirect("/", HttpStatus.SEE_OTHER);
        }
        return true;
    }

    void into(RoutesConfig routes) {
        routes.post("/begin", request -> answer(request, this::make));
        routes.post("/kept", request -> answer(request, this::kept));
        routes.post("/open", request -> answer(request, this::open));
    }

    private interface Step {
        /** What is wrong, in a sentence; empty if it is done. */
        Optional<String> take(Context request) throws IOException;
    }

    private synchronized void answer(Context request, Step step) throws IOException {
        Optional<String> wrong;
        try {
            wrong = open() ? Optional.empty() : step.take(request);
        } catch (CaseException e) {
            wrong = Optional.of(Optional.ofNullable(e.getMessage()).orElse("That did not work."));
        }
        if (wrong.isPresent()) {
            request.status(HttpStatus.BAD_REQUEST);
            show(request, wrong);
        } else {
            request.redirect("/", HttpStatus.SEE_OTHER);
        }
    }

    private Optional<String> make(Context request) throws IOException {
        String passphrase = typed(request, "passphrase");
        if (unkept.isPresent() || Files.exists(file)) {
            return Optional.of("There is something at this place already. Nothing was changed.");
        }
        if (!passphrase.equals(typed(request, "again"))) {
            return Optional.of("The two are not the same. Nothing was made; write it twice again.");
        }
        Strength strength = Strength.of(passphrase);
        if (!strength.enough()) {
            return Optional.of(strength.words() + " Nothing was made yet.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Passphrase secret = Passphrase.of(passphrase.toCharArray())) {
            Case.Created created = Case.create(file, secret, by);
            own = Optional.of(created.opened());
            List<String> groups = List.of(created.recoveryCode().split("-"));
            var random = new SecureRandom();
            int one = random.nextInt(groups.size() - 1);
            int other = one + 1 + random.nextInt(groups.size() - 1 - one);
            unkept = Optional.of(new Unkept(groups, one, other, strength.words()));
        }
        return Optional.empty();
    }

    private Optional<String> kept(Context request) {
        if (unkept.isEmpty()) {
            return Optional.empty();
        }
        Unkept code = unkept.get();
        boolean same = same(typed(request, "one"), code.groups().get(code.one()))
                && same(typed(request, "other"), code.groups().get(code.other()));
        if (!same) {
            return Optional.of(
                    "These are not the two groups of the code below. Compare them with what you have written.");
        }
        unkept = Optional.empty();
        own.ifPresent(this::lay);
        return Optional.empty();
    }

    /** As a code is read anywhere: capitals or not, and letters that look like digits are those. */
    private static boolean same(String typed, String group) {
        return typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0')
                .equals(group);
    }

    private Optional<String> open(Context request) throws CaseException {
        String passphrase = typed(request, "passphrase");
        if (passphrase.isEmpty()) {
            return Optional.of("Nothing was written.");
        }
        if (own.isEmpty()) {
            try (Passphrase secret = Passphrase.of(passphrase.toCharArray())) {
                Case opened = Case.open(file, secret, by);
                own = Optional.of(opened);
                lay(opened);
            }
        }
        return Optional.empty();
    }

    private void lay(Case opened) {
        desks = Optional.of(new Desks(opened, door, true).begun());
    }

    /** A passphrase is taken as it was written, blanks and all. */
    private static String typed(Context request, String name) {
        return Optional.ofNullable(request.formParam(name)).orElse("");
    }

    private void show(Context request, Optional<String> wrong) {
        String name = String.valueOf(file.getFileName());
        String place = file.toAbsolutePath().normalize().toString();
        var sheet = new EntranceSheet(
                Ways.page("Afterword", List.of(), ""),
                door.token(),
                wrong.orElse(""),
                name,
                place,
                unkept.map(code ->
                        new EntranceSheet.Code(code.groups(), code.one() + 1, code.other() + 1, code.strength())),
                unkept.isEmpty() && Files.exists(file),
                proposed());
        Workbench.show(request, "entrance", sheet);
    }

    /** Words for somebody who has no idea; they are kept nowhere. */
    private static String proposed() {
        try (var receipt = Receipt.random()) {
            return String.join(" ", receipt.words().subList(0, PROPOSED));
        }
    }

    /** Whether work goes on in the background. */
    boolean works() {
        return desks.flatMap(all -> all.work().running()).isPresent();
    }

    /** Work in the background comes to an end, or is broken off where it is. */
    void stop(Duration patience) {
        desks.ifPresent(all -> all.work().end(patience));
    }

    @Override
    public synchronized void close() throws CaseException {
        if (own.isPresent()) {
            own.get().close();
        }
    }
}
