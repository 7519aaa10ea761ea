package org.afterword.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A project or a codebook of other software for qualitative analysis, as REFI-QDA writes it. GUIDs are in capitals and
 * without braces; one that is none is left out.
 *
 * @param project whether it is a project, or a codebook alone
 * @param codes parents before their children
 * @param notTaken what else is in it, in words, and how often
 */
public record RefiProject(
        boolean project,
        String name,
        String origin,
        List<User> users,
        List<Code> codes,
        List<Text> texts,
        List<Note> notes,
        Map<String, Long> notTaken) {
    public RefiProject {
        Objects.requireNonNull(name);
        Objects.requireNonNull(origin);
        users = List.copyOf(users);
        codes = List.copyOf(codes);
        texts = List.copyOf(texts);
        notes = List.copyOf(notes);
        notTaken = Map.copyOf(notTaken);
    }

    public record User(String guid, String name) {}

    /**
     * @param parent its place in the list; -1 if there is none
     */
    public record Code(
            Optional<String> guid,
            String name,
            String description,
            boolean codable,
            Optional<String> colour,
            int parent) {}

    /**
     * @param path as it is written ("internal://…"); empty if the text stood in the project and was given as a part
     */
    public record Text(String guid, String name, Optional<String> path, List<Selection> selections) {}

    /**
     * @param start in Unicode code points of the text
     * @param end exclusive
     * @param name often the beginning of its words
     */
    public record Selection(String name, long start, long end, List<Coding> codings) {}

    /**
     * @param code the GUID of its code
     * @param user the GUID of who coded
     * @param at as it is written
     * @param notes the GUIDs of its notes
     */
    public record Coding(
            Optional<String> guid, String code, Optional<String> user, Optional<String> at, List<String> notes) {}

    /**
     * @param path where its text is, if that is in a file
     */
    public record Note(String guid, String text, Optional<String> path) {}
}
