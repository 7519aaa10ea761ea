package org.afterword;

import java.util.HashMap;
import java.util.Map;
import org.afterword.casefile.CaseFile;
import org.afterword.model.Exhibit;

/** How much came out of each file that somebody added, at all depths: containers in containers multiply. */
final class Unpacked {
    private static final long LEAST = 256L << 20;
    private static final long RATIO = 400;
    private static final String WITHIN = "!/";

    private final CaseFile file;
    private final Map<String, Long> left = new HashMap<>();

    Unpacked(CaseFile file) {
        this.file = file;
    }

    private String outermost(Exhibit exhibit) {
        int end = exhibit.name().indexOf(WITHIN);
        return end < 0 ? exhibit.name() : exhibit.name().substring(0, end);
    }

    private long size(String name, Exhibit otherwise) {
        return file.exhibitAt(name).flatMap(file::exhibit).orElse(otherwise).size();
    }

    /** Whether what lies in the exhibit can still be kept. */
    boolean takes(Exhibit container) {
        return left.computeIfAbsent(outermost(container), name -> LEAST + RATIO * size(name, container)) > 0;
    }

    /**
     * @param bytes that came out of the exhibit
     */
    void took(Exhibit container, long bytes) {
        left.merge(outermost(container), -bytes, Long::sum);
    }
}
