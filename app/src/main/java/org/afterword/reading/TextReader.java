package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.afterword.reading.Lines.Line;

/** Plain text; also a blog page that was copied out, with the comments under it. */
final class TextReader implements WholeReader {
    @Override
    public String name() {
        return "text";
    }

    @Override
    public double confidence(Source source) {
        if (Json.looksLike(source.text())) {
            return 0;
        }
        return source.hasExtension("txt", "text") ? 0.5 : 0.3;
    }

    @Override
    public Read read(Source source) {
        return read(source, name());
    }

    Read read(Source source, String format) {
        List<Line> lines = Lines.of(source.text());
        int comments = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (Boilerplate.opensComments(lines.get(i))) {
                comments = i;
            }
        }
        var accounts = new ArrayList<Account>();
        var warnings = new ArrayList<Warning>();
        String story = source.text()
                .substring(
                        0,
                        comments < lines.size()
                                ? lines.get(comments).start()
                                : source.text().length());
        Essay.account(new Draft(source, format), Rendered.plain(story)).ifPresent(accounts::add);
        if (comments < lines.size()) {
            Read read = TextComments.read(source, format, lines.subList(comments + 1, lines.size()));
            accounts.addAll(read.accounts());
            warnings.addAll(read.warnings());
        }
        if (accounts.isEmpty()) {
            warnings.add(new Warning("", "there is nothing but a site's own words"));
        }
        return new Read(accounts, warnings);
    }
}
