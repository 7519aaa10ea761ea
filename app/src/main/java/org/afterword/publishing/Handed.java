package org.afterword.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.Import;
import org.afterword.casefile.Logged;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Coded;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Suggestion;

/** Who coded what, when and with what words; and how that was called in other programs from which it came. */
final class Handed {
    private static final String PERSON = "person ";

    private final Map<Id, String> guids = new HashMap<>();
    private final Map<Id, String> names = new HashMap<>();
    private final Map<Id, String> times = new HashMap<>();
    private final Map<Id, String> memos = new HashMap<>();
    private final Map<Id, String> people = new HashMap<>();

    private Handed() {}

    /** Who coded what, and no more. */
    static Handed coders(CaseFile file) {
        var handed = new Handed();
        reviews(file).forEach(decision -> handed.people.put(decision.target(), decision.by()));
        return handed;
    }

    private static List<Decision> reviews(CaseFile file) {
        return file.decisions().stream()
                .filter(decision -> decision.verdict().aspect().equals("review"))
                .toList();
    }

    static Handed of(CaseFile file) throws IOException {
        var handed = new Handed();
        handed.byHand(file);
        for (Id item : file.imports()) {
            Import from = one(file, item, Import.class);
            from.sources().forEach(source -> {
                handed.guids.put(source.account(), source.guid());
                handed.names.put(source.account(), source.name());
            });
            from.codings().forEach(coding -> {
                handed.guids.put(coding.suggestion(), coding.guid());
                coding.at()
                        .ifPresentOrElse(
                                at -> handed.times.put(coding.suggestion(), at),
                                () -> handed.times.remove(coding.suggestion()));
            });
        }
        for (Decision decision : reviews(file)) {
            handed.people.put(decision.target(), decision.by());
            handed.times.put(decision.target(), decision.at().toString());
            if (!decision.reason().isBlank()) {
                handed.memos.put(decision.target(), decision.reason());
            }
        }
        return handed;
    }

    private void byHand(CaseFile file) throws IOException {
        try (Stream<Logged> log = file.log()) {
            for (Logged logged : (Iterable<Logged>) log::iterator) {
                if (logged.entry().orElse(null) instanceof Entry.Suggested suggested
                        && suggested.by().startsWith("person")) {
                    for (Suggestion one :
                            one(file, suggested.item(), Suggestions.class).suggestions()) {
                        times.put(one.id(), logged.at().toString());
                        if (!one.reason().isBlank()) {
                            memos.put(one.id(), one.reason());
                        }
                    }
                }
            }
        }
    }

    private static <T> T one(CaseFile file, Id item, Class<T> type) throws IOException {
        try (InputStream in = file.item(item)) {
            return Frames.read(in, type).orElseThrow(() -> new IOException("item " + item + " is empty"));
        }
    }

    Optional<String> guid(Id id) {
        return Optional.ofNullable(guids.get(id));
    }

    Optional<String> name(Id account) {
        return Optional.ofNullable(names.get(account));
    }

    Optional<String> at(Id suggestion) {
        return Optional.ofNullable(times.get(suggestion));
    }

    String memo(Id suggestion) {
        return memos.getOrDefault(suggestion, "");
    }

    String by(Coded coded) {
        String by = people.getOrDefault(coded.suggestion(), coded.by());
        return by.startsWith(PERSON) ? by.substring(PERSON.length()) : by;
    }
}
