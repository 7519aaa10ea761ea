package org.afterword.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A saved web page: its main text, and the comments under it as accounts of their own. */
final class WebPageReader implements Reader {
    private static final Pattern PAGE = Pattern.compile("<!doctype html|<html[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAGS =
            Pattern.compile("<(?:p|div|body|article|h1|br|blockquote|table|span)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;

    @Override
    public String name() {
        return "webpage";
    }

    @Override
    public double confidence(Source source) {
        String head = source.text()
                .substring(0, Math.min(HEAD, source.text().length()))
                .strip();
        boolean markdown = source.hasExtension("md", "markdown", "mdx");
        if (PAGE.matcher(head).find() && (head.startsWith("<") || !markdown)) {
            return head.startsWith("<") ? 0.95 : 0.6;
        }
        if (source.hasExtension("html", "htm", "xhtml")) {
            return 0.9;
        }
        boolean fragment =
                head.startsWith("<") && TAGS.matcher(head).results().limit(3).count() == 3;
        return fragment && !markdown ? 0.6 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        PageFacts facts = PageFacts.of(page);
        MediumResponses.Taken responses = MediumResponses.of(source, name(), page, facts);
        PageComments.Taken comments = PageComments.take(source, name(), page, facts);
        var accounts = new ArrayList<Account>();
        var warnings = new ArrayList<Warning>();
        Draft draft = new Draft(source, name());
        draft.title(facts.title())
                .author(facts.author())
                .channel(facts.channel())
                .language(facts.language())
                .sourceUrl(facts.address());
        draft.date(facts.date());
        Optional<Account> story = Essay.account(draft, HtmlText.of(MainText.of(page)), facts.updated());
        story.ifPresent(accounts::add);
        accounts.addAll(comments.accounts());
        accounts.addAll(responses.accounts());
        if (story.isEmpty()) {
            warnings.add(new Warning("", "the page has no main text"));
        }
        if (comments.unread() > 0) {
            warnings.add(new Warning(
                    "",
                    "under the text stand " + comments.unread()
                            + " words, perhaps comments, in a form that is not known; they are left out"));
        }
        if (responses.expected() > responses.seen()) {
            warnings.add(new Warning(
                    "",
                    "the page says that there are " + responses.expected() + " responses; "
                            + (responses.expected() - responses.seen()) + " of them are not in it"));
        }
        into.all(new Read(accounts, warnings));
        int seen = comments.seen() + responses.seen();
        int read = comments.accounts().size() + responses.accounts().size();
        if (seen > 0) {
            var skipped = new TreeMap<String, Long>();
            if (seen > read) {
                skipped.put("nothing in it", (long) seen - read);
            }
            into.balance(new Balance("comments", seen, read, skipped));
        }
    }
}
