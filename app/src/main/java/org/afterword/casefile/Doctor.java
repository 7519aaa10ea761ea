package org.afterword.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.afterword.model.Id;
import org.afterword.verifier.MerkleTree;

/** Carries out repairs, on a case that is not open. */
public final class Doctor {
    private final Container container;
    private final KeyRing keys;

    private Doctor(Container container, KeyRing keys) {
        this.container = container;
        this.keys = keys;
    }

    /**
     * Puts right what can be, all of it or nothing, after a copy of the file was made beside it.
     *
     * @return where the copy is
     */
    public static Path repair(Path path, Passphrase passphrase, Set<Repair> repairs) throws CaseException {
        // SQLite undoes first what a killed program left, so that the copy is a case by itself.
        ContainerFile.open(path).close();
        var copy = copy(path);
        try (var container = ContainerFile.open(path);
                var keys = Header.read(container).unlock(passphrase)) {
            if (container.isReadOnly()) {
                throw new CaseException.ReadOnly("This case lies where nothing can be written.");
            }
            var doctor = new Doctor(container, keys);
            container.begin();
            try {
                for (var repair : repairs) {
                    doctor.carryOut(repair);
                }
                container.commit();
            } finally {
                container.rollback();
            }
        }
        return copy;
    }

    private static Path copy(Path path) throws CaseException {
        try {
            for (int number = 1; ; number++) {
                var copy = path.resolveSibling(path.getFileName() + ".before-repair-" + number);
                if (!Files.exists(copy)) {
                    return Files.copy(path, copy);
                }
            }
        } catch (IOException e) {
            throw new CaseException.CannotWrite(e);
        }
    }

    private void carryOut(Repair repair) throws CaseException {
        switch (repair) {
            case RESTORE_HEADER -> restoreHeader();
            case DROP_SNAPSHOT -> dropSnapshot();
            case DROP_STRAYS -> dropStrays();
            case REBUILD_INDEX -> container.rebuildIndex();
        }
    }

    /** The first whole copy is the one that opened the case: its MAC was checked. */
    private void restoreHeader() throws CaseException {
        for (byte[] copy : container.headers()) {
            if (Header.parse(copy).isPresent()) {
                container.putHeader(copy);
                return;
            }
        }
    }

    private void dropSnapshot() throws CaseException {
        var items = new ItemStore(container, keys);
        var saved = new Snapshot(container, keys, items).saved();
        if (saved.isPresent()) {
            items.delete(saved.get().image());
        }
        container.deleteState(Snapshot.STATE);
    }

    private void dropStrays() throws CaseException {
        var named = new HashSet<Id>();
        var items = new ItemStore(container, keys);
        var log = new EntryLog(container, keys, Clock.systemUTC());
        log.load(new MerkleTree(), (logged, envelope) -> envelope.items().forEach(item -> named.add(item.id())));
        named.removeAll(log.erasures(0).items().keySet());
        new Snapshot(container, keys, items).saved().ifPresent(saved -> named.add(saved.image()));
        for (var id : container.items()) {
            if (!named.contains(id)) {
                items.delete(id);
            }
        }
        container.dropStrayChunks();
    }
}
