package org.afterword.publishing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Access;
import org.afterword.model.Actor;
import org.afterword.model.Circumstances;
import org.afterword.model.Claim;
import org.afterword.model.Era;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Target;

/** How something is said and known, where a format has a note for it and no fields. */
public final class SaidHow {
    static final String HEAD = "How it is said:";

    private SaidHow() {}

    /** {@link #read} gives back the same. */
    static String note(Proposal.Coding coding) {
        var note = new StringBuilder(HEAD);
        fields(coding)
                .forEach((name, value) ->
                        note.append('\n').append(name).append(": ").append(value));
        return note.toString();
    }

    /** In a fixed order; without what is not known. */
    static Map<String, String> fields(Proposal.Coding coding) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("polarity", coding.polarity().toString());
        fields.put("access", coding.access().toString());
        fields.put("claim", coding.claim().toString());
        coding.version().ifPresent(version -> fields.put("version", version));
        coding.group().ifPresent(group -> fields.put("group", group));
        fields.putAll(circumstances(coding));
        return fields;
    }

    /** Who did it to whom, where and when; without what is not known. */
    public static Map<String, String> circumstances(Proposal.Coding coding) {
        var fields = new LinkedHashMap<String, String>();
        coding.circumstances().ifPresent(some -> {
            some.actor().ifPresent(actor -> fields.put("actor", actor.toString()));
            some.target().ifPresent(target -> fields.put("target", target.toString()));
            some.unit().ifPresent(unit -> fields.put("unit", unit));
            some.period().ifPresent(period -> fields.put("period", period.toString()));
        });
        return fields;
    }

    private static Optional<Circumstances> circumstances(Map<String, String> fields) {
        return Optional.of(new Circumstances(
                Optional.ofNullable(fields.get("actor")).map(Actor::parse),
                Optional.ofNullable(fields.get("target")).map(Target::parse),
                Optional.ofNullable(fields.get("unit")),
                Optional.ofNullable(fields.get("period")).map(Era::parse)));
    }

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
                    Optional.ofNullable(fields.get("version")),
                    circumstances(fields)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
