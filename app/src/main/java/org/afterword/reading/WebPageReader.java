package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A saved web page: its main text, and the comments under it as accounts of their own. */
final class WebPageReader implements WholeReader {
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
    public Read read(Source source) {
        Document page = Jsoup.parse(source.text());
        PageFacts facts = PageFacts.of(page);
        List<Account> comments = PageComments.take(source, name(), page, facts);
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
        accounts.addAll(comments);
        if (story.isEmpty()) {
            warnings.add(new Warning("", "the page has no main text"));
        }
        return new Read(accounts, warnings);
    }
}
