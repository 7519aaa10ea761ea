package org.afterword.workbench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.afterword.Case;

/**
 * The desks of those who work with one open case: one each, made when they first come. What one changes the others see;
 * what goes on in the background is the same for all.
 */
final class Desks {
    private final Case opened;
    private final Door door;
    private final boolean alone;
    private final Map<String, Desk> desks = new ConcurrentHashMap<>();
    private final Work work = new Work(this::renew);

    /** @param alone whether somebody is here with what they tell themselves, and no word of codebooks */
    Desks(Case opened, Door door, boolean alone) {
        this.opened = opened;
        this.door = door;
        this.alone = alone;
    }

    /** @param user as the door knows them; "" for the one who has opened the case */
    Desk of(String user) {
        if (user.isEmpty() && door.named()) {
            throw new IllegalStateException("nobody is in without a name");
        }
        return desks.computeIfAbsent(
                user,
                name -> new Desk(
                        name.isEmpty() ? opened : opened.among(name),
                        door.token(name),
                        alone,
                        name,
                        work,
                        this::changed));
    }

    /** Begins with what every page needs, where nobody has to come in first. */
    Desks begun() {
        if (!door.named()) {
            of("").begin();
        }
        return this;
    }

    Work work() {
        return work;
    }

    /** Each in their own time: whoever reads may be in the midst of a page. */
    private void changed(Desk by) {
        desks.values().stream()
                .filter(desk -> desk != by)
                .forEach(desk -> Thread.ofVirtual().start(desk::renew));
    }

    private void renew() {
        desks.values().forEach(Desk::renew);
    }
}
