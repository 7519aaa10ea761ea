package org.afterword;

import java.util.List;
import org.afterword.casefile.CaseFile;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Codings;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.findings.GroupHistory;
import org.afterword.findings.Incident;
import org.afterword.findings.Incidents;
import org.afterword.findings.Robustness;
import org.afterword.witnesses.Witnesses;

/** Who says so, and who else; as the case stands when it is asked. */
public final class Corroborating {
    private final CaseFile file;

    Corroborating(CaseFile file) {
        this.file = file;
    }

    /** Of every practice, and of each code of another codebook that was used. */
    public List<Finding> findings() {
        return counted().of(Codebooks.of(file));
    }

    /** What findings are counted from, to be asked again after decisions on codings. */
    public Findings counted() {
        return Findings.counted(file, Codings.of(file));
    }

    /** What comes next on the way through each group. */
    public List<Arrow> arrows() {
        return counted().arrows(Codebook.practices());
    }

    /** What each practice's finding hangs on. */
    public List<Robustness> robustness() {
        return Robustness.of(file, Witnesses.of(file), Codings.of(file), Codebook.practices());
    }

    /** Every group's names, kin and sizes. */
    public List<GroupHistory> groups() {
        return GroupHistory.of(file);
    }

    /** Each event that people gave a name, as several tell it. */
    public List<Incident> incidents() {
        return Incidents.of(file, Witnesses.of(file), Codings.of(file));
    }

    /** Passages that may tell of one event. */
    public List<Incident.Candidate> incidentCandidates() {
        return Incidents.candidates(file, Witnesses.of(file), Codings.of(file));
    }
}
