package org.afterword.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Sha256;
import org.afterword.page.Strings;
import org.afterword.protection.Redacted;

/** How what stands here is cited, by people and by machines. No time is finer than a month. */
final class Citations {
    private static final JsonMapper JSON = new JsonMapper();

    private final Settings settings;
    private final Optional<Redacted> runBy;
    private final Optional<YearMonth> asOf;
    private final Sha256 root;

    /**
     * @param root of the tree of commitments: which publication it is, wherever it lies
     */
    Citations(Settings settings, Optional<Redacted> runBy, Optional<YearMonth> asOf, Sha256 root) {
        this.settings = settings;
        this.runBy = runBy;
        this.asOf = asOf;
        this.root = root;
    }

    /** The text of a citation, ready to be copied. */
    String of(Shown.Finding finding) {
        Strings strings = settings.strings();
        String cited = strings.say(
                "cite.text",
                finding.group().text(),
                finding.title().text(),
                finding.sentence().text(),
                root.hex());
        return runBy.map(who -> strings.say("cite.by", ended(who.text())) + " ").orElse("")
                + cited
                + asOf.map(month -> " " + strings.say("cite.as-of", Months.month(strings, month)))
                        .orElse("")
                + " "
                + address(finding.cite())
                        .map(address -> strings.say("cite.at", address))
                        .orElseGet(() -> strings.say("cite.file", finding.cite().file()));
    }

    private static String ended(String text) {
        return text.matches("(?s).*[.!?…]") ? text : text + ".";
    }

    /** Where a page lies; empty if nobody said where the site will. */
    Optional<String> address(Address page) {
        return settings.address().map(address -> address + page.file());
    }

    /** JSON-LD about the site as a whole. */
    Optional<String> whole() {
        Map<String, Object> report = report(settings.strings().say("start.head"), Address.START);
        report.put("identifier", root.hex());
        report.put("abstract", settings.strings().say("start.lede"));
        return Optional.of(json(report));
    }

    /** JSON-LD about one answer, the same in every publication in which the answer is the same. */
    Optional<String> data(Shown.Finding finding) {
        return Optional.of(json(report(finding)));
    }

    /** The same, with the publication in which it says so. */
    Optional<String> dated(Shown.Finding finding) {
        Map<String, Object> report = report(finding);
        report.put("identifier", root.hex());
        return Optional.of(json(report));
    }

    private Map<String, Object> report(Shown.Finding finding) {
        Map<String, Object> report = report(finding.title().text(), finding.cite());
        report.put("about", finding.group().text());
        report.put("abstract", finding.sentence().text());
        return report;
    }

    private Map<String, Object> report(String name, Address at) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("@context", "https://schema.org");
        report.put("@type", "Report");
        report.put("name", name);
        report.put("inLanguage", settings.strings().language());
        report.put("isAccessibleForFree", true);
        address(at).ifPresent(address -> report.put("url", address));
        runBy.ifPresent(who -> report.put("creditText", who.text()));
        asOf.ifPresent(month -> report.put("dateModified", month.toString()));
        return report;
    }

    /** Without anything that could end the element in which it stands. */
    private static String json(Map<String, Object> value) {
        try {
            return JSON.writeValueAsString(value)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can be written as JSON", e);
        }
    }
}
