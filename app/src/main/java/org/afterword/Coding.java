package org.afterword;

import java.util.List;
import java.util.Optional;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.coding.Agreement;
import org.afterword.coding.Coded;
import org.afterword.coding.Coverage;
import org.afterword.coding.Sampling;
import org.afterword.coding.Seen;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.KeptSearch;
import org.afterword.model.SamplingPlan;

/** What several people need who read and code the same case. */
public final class Coding {
    private final CaseFile file;
    private final Recording log;

    Coding(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /** Who works with the case, as codings and decisions have it. */
    public String coder() {
        return Decision.coder(log.actor());
    }

    /** The codings as this coder is to see them, if coders work blind. */
    public List<Coded> seen() {
        return Seen.by(coder(), file);
    }

    /** Whether each coder sees their own alone until they have read an account. */
    public void blind(boolean blind) throws CaseException {
        log.record(new Entry.CodersSet(blind, log.actor()));
    }

    /** Who is let in where the case is served to others. */
    public Users users() {
        return new Users(file, log);
    }

    /**
     * How far coders agree.
     *
     * @param code of one code alone; of all of them if empty
     */
    public Agreement agreement(Agreement.Level level, Optional<String> code) {
        return Agreement.of(file, level, code);
    }

    /** Who has read which account. */
    public Coverage coverage() {
        return Coverage.of(file);
    }

    /** Keeps a search for whoever works with the case; one with the same id is replaced. */
    public void keep(KeptSearch search) throws CaseException {
        log.record(new Entry.SearchKept(search));
    }

    /**
     * It is kept no more; the log has it.
     *
     * @return it, if it was kept
     */
    public Optional<KeptSearch> forget(Id search) throws CaseException {
        Optional<KeptSearch> kept =
                file.searches().stream().filter(one -> one.id().equals(search)).findFirst();
        if (kept.isPresent()) {
            log.record(new Entry.SearchForgotten(search, log.actor()));
        }
        return kept;
    }

    /** Draws accounts to be read, and keeps the plan; {@link Sampling#draw} says how. */
    public SamplingPlan sample(int size, SamplingPlan.Stratum stratum, long seed) throws CaseException {
        SamplingPlan plan = Sampling.draw(file, size, stratum, seed);
        log.record(new Entry.Sampled(plan, log.actor()));
        return plan;
    }

    /** Brings in what people did in another copy of this case, which stays as it is. */
    public Merging.Merged merge(Case other) throws CaseException {
        return new Merging(file, log, other.file()).merge();
    }
}
