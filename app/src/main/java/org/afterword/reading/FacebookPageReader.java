package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The HTML of Facebook's "download your information": blocks of a name or a heading, a content, and a date. In a
 * conversation they stand newest first.
 */
final class FacebookPageReader implements Reader {
    private static final String BLOCKS = "div._a6-g, div.pam._3-95, section._a6-g";
    private static final String HEADINGS = "._a6-h, ._2lek";
    private static final String CONTENTS = "._a6-p, ._2let";
    private static final String DATES = "._a72d, ._2lem, ._a6-o";
    private static final Pattern OPENING =
            Pattern.compile("<(?:div|section)\\b[^>]{0,100}\\bclass=\"(?:pam _3-95\\b|_?[\\w -]{0,80}\\b_a6-g\\b)");
    private static final Pattern MARKS = Pattern.compile("_a6-[ghop]\\b|_2le[mt]\\b|_3-95\\b");
    private static final Pattern BY = Pattern.compile(
            "(?<who>.{1,100}?) (?:posted|commented|replied|wrote|shared|updated|added|was|created|published|uploaded)\\b.*",
            Pattern.DOTALL);
    private static final String REACTIONS = "ul._tqp";

    @Override
    public String name() {
        return "facebook";
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.UTF_8);
        boolean many = MARKS.matcher(head).results().limit(4).count() == 4;
        return head.stripLeading().startsWith("<") && many ? 0.98 : 0;
    }

    private record Block(String heading, Rendered content, Optional<When> date) {}

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        page.select(REACTIONS).remove();
        long expected = OPENING.matcher(source.text()).results().count();
        Map<String, Long> skipped = new TreeMap<>();
        var blocks = new ArrayList<Block>();
        for (Element shown : page.select(BLOCKS)) {
            if (shown.select(BLOCKS).size() > 1) {
                skipped.merge("frames around others", 1L, Long::sum);
                continue;
            }
            Element content = shown.selectFirst(CONTENTS);
            Element heading = shown.selectFirst(HEADINGS);
            Element date = shown.selectFirst(DATES);
            Optional<Block> comment = content == null ? Optional.empty() : comment(content);
            Rendered said = content == null ? new Rendered("", List.of(), List.of()) : HtmlText.of(content);
            if (comment.isPresent()) {
                blocks.add(comment.get());
                continue;
            }
            if (said.text().isBlank()) {
                skipped.merge("nothing in it", 1L, Long::sum);
                continue;
            }
            blocks.add(new Block(
                    heading == null ? "" : heading.text(), said, date == null ? Optional.empty() : when(date.text())));
        }
        boolean chat = source.name().contains("messages/") || source.fileName().startsWith("message");
        if (chat) {
            chat(source, page.title(), blocks, into);
        } else {
            posts(source, blocks, into);
        }
        Optional<Warning> cut = PageEnd.missing(source);
        if (cut.isPresent()) {
            into.warning(cut.get());
        }
        into.balance(new Balance(chat ? "messages" : "posts and comments", expected, blocks.size(), skipped));
    }

    /** Instagram's pages have each field in a cell, under its name. */
    private static Optional<Block> comment(Element content) {
        Optional<Rendered> words = Optional.empty();
        String under = "";
        Optional<When> date = Optional.empty();
        for (Element cell : content.select("td")) {
            Element beside = cell.nextElementSibling();
            if (InstagramReader.isComment(cell.ownText())) {
                words = Optional.of(HtmlText.of(
                        cell.clone().empty().appendChildren(cell.clone().children())));
            } else if (InstagramReader.isOwner(cell.ownText())) {
                under = "under a post of " + cell.children().text();
            } else if (beside != null) {
                date = date.or(() -> when(beside.text()));
            }
        }
        String heading = under;
        Optional<When> said = date;
        return words.filter(text -> !text.text().isBlank()).map(text -> new Block(heading, text, said));
    }

    private static Optional<When> when(String written) {
        String text = written.strip().replaceFirst("(?i)^(?:on )", "");
        return text.isEmpty()
                ? Optional.empty()
                : Dates.date(text)
                        .or(() -> Optional.of(When.undecided(text.substring(0, Math.min(80, text.length())))));
    }

    private void chat(Source source, String title, List<Block> blocks, Findings into) throws IOException {
        var chat = new Chat(new Draft(source, name()).handles());
        List<Block> oldestFirst = newestFirst(blocks) ? blocks.reversed() : blocks;
        for (Block block : oldestFirst) {
            if (chat.isFull()) {
                into.account(finished(chat, title));
                chat = new Chat(new Draft(source, name()).handles());
            }
            chat.add(new Chat.Message()
                    .by(Optional.empty(), Optional.of(block.heading()))
                    .at(block.date())
                    .said(block.content().text()));
        }
        if (!chat.isEmpty()) {
            into.account(finished(chat, title));
        }
    }

    /** So they are exported, unless the dates say otherwise. */
    private static boolean newestFirst(List<Block> blocks) {
        var dates = blocks.stream()
                .flatMap(block -> block.date().flatMap(When::earliest).stream())
                .toList();
        return dates.size() < 2 || !dates.getFirst().isBefore(dates.getLast());
    }

    private static Account finished(Chat chat, String title) {
        chat.draft().title(title).channel(Optional.of(title));
        return chat.account();
    }

    private void posts(Source source, List<Block> blocks, Findings into) throws IOException {
        for (Block block : blocks) {
            Matcher by = BY.matcher(block.heading());
            Draft draft = new Draft(source, name())
                    .handles()
                    .title(block.heading())
                    .author(by.matches() ? Optional.of(by.group("who")) : Optional.empty())
                    .date(block.date());
            into.account(Essay.post(draft, block.content()));
        }
    }
}
