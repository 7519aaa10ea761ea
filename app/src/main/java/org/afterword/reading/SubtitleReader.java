package org.afterword.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.jsoup.parser.Parser;

/** Subtitles (SRT, WebVTT): who speaks where the file says so, and when in the recording. */
final class SubtitleReader implements WholeReader {
    private static final String STAMP = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("\\s*" + STAMP + "\\s*-->\\s*" + STAMP + "(?:\\s.*)?");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]{0,60})?\\s+([^>]{1,80})>");
    private static final Pattern TAG =
            Pattern.compile("</?[a-zA-Z][^<>]{0,200}>|<\\d[\\d:.]{1,20}>|\\{\\\\[^}]{1,60}\\}");
    private static final Pattern LABEL =
            Pattern.compile("(?:>>\\s*)?([\\p{Lu}][\\p{L}\\p{M}\\p{N} .'’-]{1,30}):\\s+(?=\\S)");
    private static final int HEAD = 4096;

    @Override
    public String name() {
        return "subtitles";
    }

    @Override
    public double confidence(Source source) {
        String head = source.text().substring(0, Math.min(HEAD, source.text().length()));
        boolean vtt = head.startsWith("WEBVTT");
        boolean timed =
                head.lines().limit(40).anyMatch(line -> TIMES.matcher(line).matches());
        if (!timed) {
            return vtt ? 0.8 : 0;
        }
        return vtt || source.hasExtension("srt", "vtt") ? 0.97 : 0.85;
    }

    /** What is shown at a time; times are in milliseconds. */
    private record Cue(long from, long to, Optional<String> speaker, String text) {}

    private static final class Told {
        private final StringBuilder text = new StringBuilder();
        private final List<Anchor> anchors = new ArrayList<>();
        private final List<Speaker> speakers = new ArrayList<>();
        private final Map<String, Integer> known = new LinkedHashMap<>();
        private final List<Turn> turns = new ArrayList<>();

        Optional<String> lastSpeaker() {
            return turns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(speakers.get(turns.getLast().speaker()).name())
                            .filter(name -> !name.isEmpty());
        }
    }

    @Override
    public Read read(Source source) {
        var warnings = new ArrayList<Warning>();
        List<Cue> cues = cues(Lines.of(source.text()), warnings);
        if (cues.isEmpty()) {
            warnings.add(new Warning("", "subtitles without words"));
            return new Read(List.of(), warnings);
        }
        boolean labelled = labelled(cues);
        Draft draft = new Draft(source, name());
        var told = new Told();
        for (Cue cue : cues) {
            String words = cue.text();
            Optional<String> here = cue.speaker();
            Matcher label = LABEL.matcher(words);
            if (here.isEmpty() && labelled && label.lookingAt()) {
                here = Optional.of(label.group(1).strip());
                words = words.substring(label.end());
            }
            // a voice stands in its cue; a label stands until the next
            Optional<String> speaker = here.isEmpty() && labelled ? told.lastSpeaker() : here;
            tell(told, draft, speaker, cue, words);
        }
        Account account = draft.anchors(told.anchors).account(told.text.toString(), told.speakers, told.turns);
        return new Read(List.of(account), warnings);
    }

    private static boolean labelled(List<Cue> cues) {
        return cues.stream()
                        .filter(cue -> LABEL.matcher(cue.text()).lookingAt())
                        .limit(2)
                        .count()
                == 2;
    }

    private static void tell(Told told, Draft draft, Optional<String> speaker, Cue cue, String words) {
        String name = speaker.orElse("");
        int index = told.known.computeIfAbsent(name, fresh -> {
            told.speakers.add(draft.speaker(speaker, Speaker.Role.TELLER));
            return told.speakers.size() - 1;
        });
        boolean goesOn = !told.turns.isEmpty() && told.turns.getLast().speaker() == index;
        told.text.append(told.text.isEmpty() ? "" : goesOn ? "\n" : "\n\n");
        if (!goesOn && !name.isEmpty()) {
            told.text.append(name).append(": ");
        }
        int start = told.text.length();
        told.anchors.add(Anchor.time(start, cue.from(), cue.to()));
        told.text.append(words);
        int end = told.text.length();
        if (goesOn) {
            Turn before = told.turns.removeLast();
            start = before.span().start();
        }
        told.turns.add(
                new Turn(told.turns.size(), new Span(start, end), index, Turn.Voice.OWN, false, Optional.empty()));
    }

    private static List<Cue> cues(List<Lines.Line> lines, List<Warning> warnings) {
        var cues = new ArrayList<Cue>();
        int at = 0;
        while (at < lines.size()) {
            Matcher times = TIMES.matcher(lines.get(at).text());
            if (!times.matches()) {
                boolean arrow = lines.get(at).text().contains("-->");
                if (arrow) {
                    warnings.add(new Warning(
                            "line " + lines.get(at).number(),
                            "times that cannot be read: what is said there is left out"));
                }
                at++;
                continue;
            }
            long from = millis(times, 1);
            long to = millis(times, 5);
            var words = new ArrayList<String>();
            for (at++;
                    at < lines.size()
                            && !lines.get(at).blank()
                            && !lines.get(at).text().contains("-->");
                    at++) {
                words.add(lines.get(at).trimmed());
            }
            add(cues, from, to, String.join("\n", words));
        }
        return cues;
    }

    /** Of several voices in a cue each gets its own. */
    private static void add(List<Cue> cues, long from, long to, String raw) {
        Matcher voice = VOICE.matcher(raw);
        int begin = 0;
        Optional<String> speaker = Optional.empty();
        while (voice.find()) {
            plain(cues, from, to, speaker, raw.substring(begin, voice.start()));
            speaker = Optional.of(plain(voice.group(1)));
            begin = voice.end();
        }
        plain(cues, from, to, speaker, raw.substring(begin));
    }

    private static void plain(List<Cue> cues, long from, long to, Optional<String> speaker, String raw) {
        String words = plain(raw);
        if (words.isEmpty()) {
            return;
        }
        // captions that roll up show each line again
        if (!cues.isEmpty()
                && cues.getLast().text().equals(words)
                && cues.getLast().speaker().equals(speaker)
                && from <= cues.getLast().to() + 1000) {
            Cue before = cues.removeLast();
            cues.add(new Cue(before.from(), Math.max(to, before.to()), speaker, words));
            return;
        }
        cues.add(new Cue(from, to, speaker, words));
    }

    private static String plain(String raw) {
        return Paper.clean(Parser.unescapeEntities(TAG.matcher(raw).replaceAll(""), false))
                .strip();
    }

    private static long millis(Matcher found, int group) {
        long hours = found.group(group) == null ? 0 : Long.parseLong(found.group(group));
        String fraction = (found.group(group + 3) + "00").substring(0, 3);
        return ((hours * 60 + Long.parseLong(found.group(group + 1))) * 60 + Long.parseLong(found.group(group + 2)))
                        * 1000
                + Long.parseLong(fraction);
    }
}
