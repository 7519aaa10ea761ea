package org.afterword.publishing;

import java.util.Set;
import org.afterword.casefile.CaseFile;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.protection.Protection;

/**
 * What an export is made of.
 *
 * @param unprotected whether exhibits go out as they came; else only what a stranger may see
 * @param exhibits those that were chosen; all of the case if there is none
 * @param program name and version of what exports
 */
public record Chosen(CaseFile file, Protection protection, boolean unprotected, Set<Id> exhibits, String program) {
    public Chosen {
        exhibits = Set.copyOf(exhibits);
    }

    boolean has(Id exhibit) {
        return exhibits.isEmpty() || exhibits.contains(exhibit);
    }

    boolean has(Exhibit exhibit) {
        return has(exhibit.id());
    }
}
