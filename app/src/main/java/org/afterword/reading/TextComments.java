package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.afterword.reading.Lines.Line;

/** Comments under a blog post that was copied out as text: "Ada says:", a date, what she says. */
final class TextComments {
    private static final Pattern SAYS = Pattern.compile(
            "(?<name>\\S.{0,59}?)\\s+(?:says|said|wrote|sagt|schreibt|dice|dijo|dit|a dit)\\s*:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLY =
            Pattern.compile("(?:reply|antworten|responder|répondre|like|log in to reply.*)", Pattern.CASE_INSENSITIVE);

    private TextComments() {}

    static Read read(Source source, String format, List<Line> lines) {
        var accounts = new ArrayList<Account>();
        var warnings = new ArrayList<Warning>();
        int at = 0;
        Optional<String> author = Optional.empty();
        for (int i = 0; i <= lines.size(); i++) {
            Matcher says = SAYS.matcher(i < lines.size() ? lines.get(i).trimmed() : "");
            if (i < lines.size() && !says.matches()) {
                continue;
            }
            List<Line> body = lines.subList(at, i).stream()
                    .filter(line -> !REPLY.matcher(line.trimmed()).matches())
                    .toList();
            String text = String.join("\n", body.stream().map(Line::text).toList());
            Optional<Account> account = Essay.account(new Draft(source, format).author(author), Rendered.plain(text));
            if (account.isPresent() && author.isEmpty()) {
                warnings.add(new Warning(
                        "line " + lines.get(at).number(), "text under the post; who wrote it cannot be told"));
            }
            account.ifPresent(accounts::add);
            at = i + 1;
            author = i < lines.size() ? Optional.of(says.group("name")) : author;
        }
        return new Read(accounts, warnings);
    }
}
