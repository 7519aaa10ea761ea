package org.afterword.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.posts.Settings;
import org.afterword.posts.Voices;
import org.afterword.posts.read.Role;
import org.afterword.posts.report.Report;
import org.afterword.posts.report.Summary;
import org.afterword.posts.report.Tables;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes {@code summary.json} and tables, with the fields that {@code afterword posts} writes. */
final class Results {
    private Results() {}

    static Map<String, Object> summary(Counted counted, Optional<Role> kind, List<Input> inputs, Settings settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("posts", counted.posts());
        all.put("accounts", counted.accounts());
        all.put("objects", counted.objects());
        all.put("kind", kind.orElse(Role.URL).word());
        all.put("leftOut", Summary.leftOut(counted.leftOut()));
        all.put("postsWithoutObject", counted.withoutObject());
        all.put("timesWithoutZone", counted.withoutZone());
        if (counted.accounts() >= Summary.FEW_ACCOUNTS) {
            Voices voices = Voices.of(counted.written());
            all.put("effectiveAccounts", voices.effective());
            all.put("shareOfMostActiveTenth", voices.tenth());
        }
        all.put("windows", Summary.windows(counted.sharing(), counted.accounts()));
        counted.likeness()
                .ifPresent(near -> all.put("nearDuplicates", Summary.near(near, counted.alike(), counted.accounts())));
        Summary.asked(all, settings.asked(), counted.groups(), counted.insularity(), counted.campaign());
        all.put("parameters", Summary.parameters(settings, counted.insularity(), counted.campaign()));
        all.put("inputs", inputs.stream().map(Results::input).toList());
        all.put("notes", notes(counted));
        return all;
    }

    private static Map<String, Object> input(Input input) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("file", input.name());
        all.put("files", input.files().size());
        all.put("bytes", input.bytes());
        return all;
    }

    private static List<String> notes(Counted counted) {
        var notes = new ArrayList<String>();
        if (counted.withoutZone() > 0) {
            notes.add(counted.withoutZone() + " times have no zone and were taken as those of Greenwich (UTC).");
        }
        notes.add("Counts are of the whole dataset and have no interval. Whether it stands for more than itself depends"
                + " on how it was collected, deleted posts included.");
        if (counted.groups().isPresent()) {
            notes.add(
                    "Which words set a group apart, how often its accounts repeat runs of words, and how small its words"
                            + " become when they are packed is not measured here; afterword posts does that, on a dataset that one"
                            + " machine holds.");
        }
        notes.add("The inputs have no hash here.");
        return notes;
    }

    static void write(Map<String, Object> summary, Counted counted, String folder, Configuration hadoop)
            throws IOException {
        write(folder, "summary.json", Report.json(summary), hadoop);
        write(folder, "edges.csv", Tables.edges(counted.sharing(), counted.alike()), hadoop);
        write(folder, "clusters.csv", Tables.clusters(counted.sharing(), counted.alike(), counted.accounts()), hadoop);
        if (counted.groups().isPresent()) {
            String groups = Tables.groups(counted.groups(), counted.insularity(), Optional.empty());
            write(folder, "groups.csv", groups, hadoop);
        }
        if (counted.campaign().isPresent()) {
            write(folder, "bursts.csv", Tables.bursts(counted.campaign()), hadoop);
        }
    }

    private static void write(String folder, String name, String text, Configuration hadoop) throws IOException {
        var path = new Path(folder, name);
        FileSystem system = path.getFileSystem(hadoop);
        system.setWriteChecksum(false);
        try (OutputStream out = system.create(path, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
