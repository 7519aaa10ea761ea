package org.afterword.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Access;
import org.afterword.model.Claim;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;

/** How something is said and known, where a format has a note for it and no fields. */
public final class SaidHow {
    static final String HEAD = "How it is said:";

    private SaidHow() {}

    /** Empty if the note is another. */
    public static Optional<Proposal.Coding> read(String note, String code) {
        String[] lines = note.strip().split("\\R", -1);
        if (!lines[0].equals(HEAD)) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        try {
            return Optional.of(new Proposal.Coding(
                    code,
                    Polarity.parse(fields.getOrDefault("polarity", "")),
                    Access.parse(fields.getOrDefault("access", "")),
                    Claim.parse(fields.getOrDefault("claim", "")),
                    Optional.ofNullable(fields.get("group")),
                    Optional.ofNullable(fields.get("version"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
