package org.afterword.publishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Ledger;
import org.afterword.casefile.Logged;
import org.afterword.custody.Custody;
import org.afterword.custody.TimeStamp;
import org.afterword.model.Id;
import org.afterword.verifier.Bag;
import org.afterword.verifier.MerkleTree;
import org.afterword.verifier.NoteVerifier;
import org.afterword.verifier.TlogProof;

/** Exhibits as they came, for a named recipient, with all that shows that they are in the log and since when. */
final class ExhibitBag {
    private static final String TERMS = "Given to a named recipient in confidence. It may expose people;"
            + " it may not be published or passed on without asking who gave it.";

    private final Chosen chosen;
    private final CaseFile file;
    private final List<Added> exhibits = new ArrayList<>();
    private final String note;
    private final NoteVerifier key;
    private final List<byte[]> leaves;
    private final LocalDate day;

    private record Added(long number, Instant at, Entry.ExhibitAdded entry) {}

    /**
     * Earlier exports change nothing of what the bag is about; so the checkpoint is the last before them, and a bag
     * that is made again is the same.
     */
    ExhibitBag(Chosen chosen) throws IOException {
        this.chosen = chosen;
        file = chosen.file();
        var present = new ArrayList<Id>();
        file.exhibits().stream().filter(chosen::has).forEach(exhibit -> present.add(exhibit.id()));
        long covered = 0;
        Instant last = Instant.EPOCH;
        try (Stream<Logged> log = file.log()) {
            for (Logged logged : (Iterable<Logged>) log::iterator) {
                Entry entry = logged.entry().orElse(null);
                if (!(entry instanceof Entry.Exported)) {
                    covered = logged.number() + 1;
                    last = logged.at();
                }
                if (entry instanceof Entry.ExhibitAdded added && present.contains(added.exhibit())) {
                    exhibits.add(new Added(logged.number(), logged.at(), added));
                }
            }
        }
        Ledger ledger = file.ledger();
        long size = covered;
        note = file.checkpoint(size).orElseGet(file::checkpoint);
        key = ledger.signers().stream()
                .filter(signer -> signer.verify(note).isPresent())
                .findFirst()
                .orElseThrow(() -> new IOException("no key of the case signed its checkpoint"));
        leaves = ledger.leaves().subList(0, Math.toIntExact(size));
        day = LocalDate.ofInstant(last, ZoneOffset.UTC);
    }

    ExportFormat.Outcome write(Destination to) throws IOException {
        var bag = new BagWriter(to);
        var crate = new Crate(
                "Exhibits of a case",
                "Files exactly as they were received, with proofs that they are in the signed log of the case.",
                day.toString(),
                TERMS);
        for (Added added : exhibits) {
            exhibit(added, bag, crate);
        }
        bag.put(Bag.CRATE, crate.bytes());
        bag.put(Bag.CHECKPOINT, note);
        bag.put(Bag.KEY, key + "\n");
        List<Boolean> roots = stamps(bag);
        bag.put(Bag.VERIFY, VerifyText.ofExhibits(roots));
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Bag-Software-Agent", chosen.program());
        info.put("Bagging-Date", day.toString());
        info.put("External-Identifier", key.name());
        int files = bag.finish(info);
        return new ExportFormat.Written(exhibits.size(), files, List.of());
    }

    private void exhibit(Added added, BagWriter bag, Crate crate) throws IOException {
        Entry.ExhibitAdded entry = added.entry();
        String id = entry.exhibit().toString();
        String name = Bag.exhibit(id, SafeName.of(entry.name()));
        bag.put(name, out -> Custody.release(file, entry.exhibit(), out));
        bag.put(Bag.entry(id), file.show(added.number(), "sha256"));
        int index = Math.toIntExact(added.number());
        bag.put(Bag.proof(id), new TlogProof(index, MerkleTree.inclusionProof(index, leaves), note).inclusion());
        ObjectNode described =
                crate.file(name.substring(Bag.PAYLOAD.length()), entry.name(), entry.sha256(), entry.size());
        Crate.date(described, "dateModified", entry.modified());
        Crate.date(described, "uploadDate", Optional.of(added.at().toString()));
    }

    /**
     * @return for each stamp, whether the roots of its authority are in the bag
     */
    private List<Boolean> stamps(BagWriter bag) throws IOException {
        var roots = new ArrayList<Boolean>();
        for (TimeStamp stamp : TimeStamp.of(file)) {
            if (stamp.size() < 1 || stamp.size() > leaves.size()) {
                continue;
            }
            roots.add(stamp.roots().isPresent());
            int number = roots.size();
            bag.put(Bag.stampRequest(number), stamp.request());
            bag.put(Bag.stampResponse(number), stamp.response());
            bag.put(Bag.stamp(number, "checkpoint.txt"), stamp.note());
            int size = Math.toIntExact(stamp.size());
            bag.put(
                    Bag.stamp(number, "growth.txt"),
                    new TlogProof(size, MerkleTree.consistencyProof(size, leaves), note).growth());
            if (stamp.roots().isPresent()) {
                bag.put(Bag.stamp(number, "roots.pem"), stamp.roots().get());
            }
        }
        return roots;
    }
}
