package org.afterword.publishing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.afterword.model.Correction;
import org.afterword.protection.Protection;

/** What was corrected, as strangers may see it. */
final class Corrections {
    private Corrections() {}

    /** The newest month first; within one, the last that was recorded. */
    static List<Shown.Correction> of(List<Correction> corrections, Protection protection) {
        var newest = new ArrayList<>(corrections);
        Collections.reverse(newest);
        return newest.stream()
                .sorted(Comparator.comparing(Correction::month).reversed())
                .map(one -> new Shown.Correction(one.month(), protection.line(one.words())))
                .toList();
    }
}
