package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.Refused;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.page.ReadPdf;
import org.afterword.protection.RandomNames;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invented people of twenty scripts ({@code ./prove planted}: two thousand) and customs, in every field of every text format, all hidden: no form of
 * any name is in what any command gives to strangers. What is looked for is written here, not taken from the program's
 * rules.
 */
@Order(1)
class NobodyInAnyOutputTest {
    private static final int NAMES = Integer.getInteger("afterword.planted", 200);
    private static final List<String> FORMATS =
            List.of("bagit", "refi-qda", "web-annotation", "uima-cas", "csv", "jsonl", "parquet");
    /** What a finder takes for names in the fixtures, and stands in the mark-up of every page. */
    private static final Set<String> MARKUP = Set.of("IMG", "json");

    private static final int DOSSIERS = 4;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

    @TempDir
    private Path folder;

    @Test
    void noFormOfAnyNameIsInAnyOutput() throws IOException {
        var planted = new PlantedNames(NAMES, new Random(31));
        Path received = Files.createDirectory(folder.resolve("received"));
        for (var fixture : asRead().entrySet()) {
            planted.plant(fixture.getKey(), fixture.getValue(), received);
        }
        planted.letters(received);
        String file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        try (Case opened = open(file)) {
            opened.add(List.of(received), Optional.of("The group"), false, Progress.SILENT);
            opened.addNames(planted.all(), IdentityKind.PERSON);
            try (Stream<Account> accounts = opened.contents().accounts()) {
                for (Account account : accounts.toList()) {
                    code(opened, account);
                }
            }
        }
        var line = new CommandLine(folder);
        decide(line, file);
        var search = new Search(planted.all());
        outputs(line, file, search);
        assertTrue(search.looked > 100, () -> "there were " + search.looked);
        assertEquals(Map.of(), search.found);
    }

    private static Case open(String file) throws IOException {
        try (Passphrase passphrase = Passphrase.of(CommandLine.PASSPHRASE.toCharArray())) {
            return Case.open(Path.of(file), passphrase, "anna");
        }
    }

    /** What the readers make of every fixture. */
    private Map<Path, List<Account>> asRead() throws IOException {
        Path file = folder.resolve("as-read.afterword");
        CommandLine.cheap(file.toString());
        var read = new TreeMap<Path, List<Account>>();
        try (Case opened = open(file.toString())) {
            opened.add(PlantedNames.fixtures(), Optional.empty(), false, Progress.SILENT);
            for (Path fixture : PlantedNames.fixtures()) {
                Id exhibit = opened.contents()
                        .exhibitWith(Sha256.of(Files.readAllBytes(fixture)))
                        .orElseThrow();
                read.put(
                        fixture,
                        opened.contents().accountIds(exhibit).stream()
                                .flatMap(id -> opened.contents().account(id).stream())
                                .toList());
            }
        }
        return read;
    }

    /** The first half of each of its first turns. */
    private static void code(Case opened, Account account) throws IOException {
        for (var turn : account.turns().stream().limit(3).toList()) {
            Span whole = turn.span();
            int half = account.text().lastIndexOf(' ', whole.start() + whole.length() / 2);
            if (half > whole.start()) {
                opened.code(
                        account,
                        new Span(whole.start(), half),
                        new Proposal.Coding(
                                "practice/money-demand",
                                Polarity.REPORTS,
                                Access.EXPERIENCED,
                                Claim.EVENT,
                                Optional.empty()));
            }
        }
    }

    private void decide(CommandLine line, String file) throws IOException {
        var lines = new ArrayList<String>();
        int number = 0;
        for (JsonNode named : line.done("people", file, "--undecided", "--json").json()) {
            if (MARKUP.contains(named.get("name").asText())) {
                lines.add(Walked.decision(named.get("id").asText(), "not-a-name"));
                continue;
            }
            boolean person = named.get("kind").asText().equals("person");
            lines.add(Walked.decision(named.get("id").asText(), person && number++ % 2 == 0 ? "pseudonym" : "redact"));
        }
        for (JsonNode account : line.done("accounts", file, "--json").json()) {
            for (String decision : List.of("consent=verbatim", "public=no", "read", "approve")) {
                lines.add(Walked.decision(account.get("id").asText(), decision));
            }
        }
        Path decisions = Files.write(folder.resolve("decisions.jsonl"), lines);
        line.done("decide", file, "--from", decisions.toString());
    }

    /** The name and the text of every file. */
    private void outputs(CommandLine line, String file, Search search) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        var published = line.publish(file, out.resolve("site"));
        assertEquals(0, published.exit(), published::out);
        line.done("report", file, out.resolve("report.pdf").toString());
        for (String format : FORMATS) {
            line.done("export", file, out.resolve(format).toString(), "--format", format);
        }
        int dossiers = 0;
        try (Case opened = open(file);
                Stream<Account> accounts = opened.contents().accounts()) {
            for (Account account : accounts.toList()) {
                search.look(
                        "text " + account.id(),
                        opened.protection().protect(account).text());
                search.look(
                        "title " + account.id(),
                        opened.protection().title(account).text());
                if (dossiers < DOSSIERS && dossier(opened, account, out)) {
                    dossiers++;
                }
            }
        }
        assertEquals(DOSSIERS, dossiers);
        try (Stream<Path> files = Files.walk(out)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                read(out.relativize(one).toString(), one, search);
            }
        }
    }

    /** Whether somebody tells of their own in it. */
    private static boolean dossier(Case opened, Account account, Path out) throws IOException {
        try {
            opened.exporting()
                    .dossier(
                            out.resolve("dossier-" + account.id() + ".pdf"),
                            Optional.empty(),
                            Optional.of(account.id().toString()),
                            false);
            return true;
        } catch (Refused nobodyTells) {
            return false;
        }
    }

    private static void read(String name, Path file, Search search) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        search.look(name, name + "\n" + new String(bytes, StandardCharsets.UTF_8));
        if (name.endsWith(".pdf")) {
            try (var pdf = new ReadPdf(bytes)) {
                search.look(name + " text", pdf.text());
            }
        } else if (name.endsWith(".qdpx")) {
            try (var zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    search.look(
                            name + "!/" + entry.getName(),
                            entry.getName() + "\n"
                                    + new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } else if (name.endsWith(".parquet")) {
            var values = new StringBuilder();
            try (var reader = ParquetFileReader.open(InputFile.of(file));
                    var rows = reader.rowReader()) {
                while (rows.hasNext()) {
                    rows.next();
                    for (int i = 0; i < rows.getFieldCount(); i++) {
                        values.append(rows.getValue(i)).append('\n');
                    }
                }
            }
            search.look(name + " values", values.toString());
        }
    }

    /** Looks for every form of every name as a word or words, however they are written. */
    private static final class Search {
        private final Map<String, List<String>> byBeginning = new HashMap<>();
        private final Map<String, Set<String>> found = new TreeMap<>();
        private int looked;

        Search(Set<String> names) {
            for (String name : names) {
                forms(name)
                        .forEach(form -> byBeginning
                                .computeIfAbsent(form.substring(0, 3), _ -> new ArrayList<>())
                                .add(form));
            }
        }

        void look(String file, String text) {
            looked++;
            String plain = plain(text);
            for (int at = 0; at + 2 < plain.length(); at++) {
                if (at == 0 || !inWord(plain, at - 1)) {
                    for (String form : byBeginning.getOrDefault(plain.substring(at, at + 3), List.of())) {
                        if (plain.startsWith(form, at) && !inWord(plain, at + form.length())) {
                            found.computeIfAbsent(form, _ -> new LinkedHashSet<>())
                                    .add(file);
                        }
                    }
                }
            }
        }
    }

    /** The full name in its orders and joins, and the family name where it is long enough to be nothing else. */
    private static Set<String> forms(String name) {
        var forms = new LinkedHashSet<String>();
        for (String form : RandomNames.forms(name)) {
            String plain = plain(form);
            if (plain.length() >= 3 && (!form.equals(RandomNames.forms(name).get(1)))) {
                forms.add(plain);
            }
        }
        return forms;
    }

    private static boolean inWord(String text, int at) {
        return at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || Character.getType(text.charAt(at)) == Character.COMBINING_SPACING_MARK);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("\\s+", " ");
    }
}
