package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** A channel as DiscordChatExporter writes it as HTML. */
final class DiscordPageReader implements Reader {
    private static final Pattern REPLY = Pattern.compile("scrollToMessage\\(event, ?'(\\d{1,20})'\\)");
    private static final Pattern ZONE =
            Pattern.compile("Timezone: UTC(?<sign>[+-])(?<hours>\\d{1,2})(?:[.,](?<part>25|5|75))?(?!\\d)");
    private static final Pattern EXPORTED = Pattern.compile("Exported (?<count>[\\d,.\\u00a0\\u202f ]{1,20}) ?message");

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.UTF_8);
        return head.stripLeading().startsWith("<")
                        && (head.contains("chatlog__message")
                                || (head.contains("chatlog") && head.contains("DiscordChatExporter")))
                ? 0.99
                : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        Map<String, Long> skipped = new TreeMap<>();
        List<String> named = page.select(".preamble__entry").eachText();
        String channel = String.join(" - ", named.subList(0, Math.min(2, named.size())));
        var chat = new Chat(new Draft(source, name()).handles());
        Optional<String> zone = zone(page);
        Element author = null;
        long read = 0;
        long seen = 0;
        int part = 0;
        Elements messages = page.select(".chatlog__message-container");
        for (Element shown : messages.isEmpty() ? page.select(".chatlog__message") : messages) {
            seen++;
            if (chat.isFull()) {
                into.account(finished(chat, channel, ++part));
                chat = new Chat(new Draft(source, name()).handles());
            }
            Element own = shown.selectFirst(".chatlog__author, .chatlog__author-name");
            Element group = shown.closest(".chatlog__message-group");
            Element first = group == null ? null : group.selectFirst(".chatlog__author, .chatlog__author-name");
            author = own != null ? own : first != null ? first : author;
            if (chat.add(message(shown, author, zone))) {
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }
        if (!chat.isEmpty()) {
            into.account(finished(chat, channel, ++part));
        }
        Optional<Warning> cut = PageEnd.missing(source);
        if (cut.isPresent()) {
            into.warning(cut.get());
        }
        into.balance(new Balance("messages", expected(page, seen), read, skipped));
    }

    /** As the page says at its foot; else as many as it shows. */
    private static long expected(Document page, long seen) {
        Matcher said = EXPORTED.matcher(page.select(".postamble").text());
        String count = said.find() ? said.group("count").replaceAll("\\D", "") : "";
        return count.isEmpty() || count.length() > 12 ? seen : Long.parseLong(count);
    }

    /** At the foot: "Timezone: UTC+5.5". */
    private static Optional<String> zone(Document page) {
        Matcher said = ZONE.matcher(page.select(".postamble").text());
        if (!said.find()) {
            return Optional.empty();
        }
        int minutes = switch (String.valueOf(said.group("part"))) {
            case "25" -> 15;
            case "5" -> 30;
            case "75" -> 45;
            default -> 0;
        };
        return Optional.of(String.format(
                Locale.ROOT, "%s%02d:%02d", said.group("sign"), Integer.parseInt(said.group("hours")), minutes));
    }

    private static Account finished(Chat chat, String channel, int part) {
        chat.draft().channel(Optional.of(channel)).title(part > 1 ? channel + ", part " + part : channel);
        return chat.account();
    }

    private static Chat.Message message(Element shown, Element author, Optional<String> zone) {
        var message = new Chat.Message().id(id(shown)).at(when(shown, zone));
        Element system = shown.selectFirst(".chatlog__system-notification-content");
        if (system != null) {
            String who = shown.select(".chatlog__system-notification-author").text();
            return message.said((who + " " + system.text()).strip()).system();
        }
        if (author != null) {
            String handle = author.attr("title");
            message.by(handle.isEmpty() ? Optional.empty() : Optional.of(handle), Optional.of(author.text()));
        }
        if (!shown.select(".chatlog__author-tag, .chatlog__bot-label").isEmpty()) {
            message.robot();
        }
        Matcher reply = REPLY.matcher(shown.select("[onclick]").attr("onclick"));
        message.answers(reply.find() ? Optional.of(reply.group(1)) : Optional.empty());
        String edited = shown.select(".chatlog__edited-timestamp").attr("title");
        if (!edited.isEmpty()) {
            message.note("edited " + edited);
        }
        shown.select(".chatlog__edited-timestamp, .chatlog__reactions, .chatlog__reply, .chatlog__reference")
                .remove();
        for (Element file : shown.select(".chatlog__attachment")) {
            Element link = file.selectFirst("a[href], [src]");
            message.media("file: " + (link == null ? file.text() : link.attr("href") + link.attr("src")));
        }
        for (Element embed : shown.select(".chatlog__embed-title")) {
            message.media("preview: " + embed.text());
        }
        Element forwarded = shown.selectFirst(".chatlog__forwarded");
        Element content =
                (forwarded == null ? shown : forwarded).selectFirst(".chatlog__content, .chatlog__forwarded-content");
        if (forwarded != null) {
            message.forwarded(Optional.empty());
        }
        if (content == null) {
            return message;
        }
        content.select("img.chatlog__emoji, img.emoji")
                .forEach(emoji -> emoji.replaceWith(new TextNode(emoji.attr("alt"))));
        content.select(".chatlog__markdown-quote-content, .quote").tagName("blockquote");
        content.select(".chatlog__markdown-preserve").attr("style", "").tagName("pre");
        Rendered said = HtmlText.of(content);
        return message.said(
                said.text(),
                said.quotes().stream().filter(one -> one.length() > 0).toList());
    }

    private static Optional<String> id(Element shown) {
        String id = shown.attr("data-message-id");
        String other = shown.id().replaceFirst("^(?:chatlog__message-container|message)-", "");
        return Optional.of(id.isEmpty() ? other : id).filter(one -> one.matches("\\d{1,20}"));
    }

    private static Optional<When> when(Element shown, Optional<String> zone) {
        Element stamp = shown.selectFirst(
                ".chatlog__timestamp, .chatlog__short-timestamp, .chatlog__system-notification-timestamp");
        if (stamp == null) {
            return Optional.empty();
        }
        String written = stamp.attr("title").isEmpty() ? stamp.text() : stamp.attr("title");
        String text = written.strip();
        return text.isEmpty() || text.length() > 80
                ? Optional.empty()
                : Dates.date(text)
                        .map(when -> new When(
                                text,
                                when.earliest(),
                                when.latest(),
                                when.zone().or(() -> zone)))
                        .or(() -> Optional.of(When.undecided(text)));
    }
}
