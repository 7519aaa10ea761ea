package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of the HTML that Telegram exports: {@code messages.html}, {@code messages2.html}. Each is an account. */
final class TelegramPageReader implements Reader {
    private static final Pattern MARKS =
            Pattern.compile("class=\"(?:history|message (?:default|service)|page_body chat_page)");
    private static final Pattern NUMBER = Pattern.compile("message(-?\\d{1,18})");
    private static final Pattern OPENING =
            Pattern.compile("<div\\b[^>]{0,200}\\bclass=\"message (?:default|service)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.UTF_8);
        return head.stripLeading().startsWith("<")
                        && MARKS.matcher(head).results().limit(3).count() == 3
                        && head.contains("chat_page")
                ? 0.99
                : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        long expected = OPENING.matcher(source.text()).results().count();
        Map<String, Long> skipped = new TreeMap<>();
        long read = 0;
        var chat = new Chat(new Draft(source, name()).handles());
        Element named = page.selectFirst(".page_header .text");
        Optional<String> title = Optional.ofNullable(named).map(Element::text);
        Optional<String> speaker = Optional.empty();
        int part = 0;
        for (Element shown : page.select("div.message")) {
            if (chat.isFull()) {
                into.account(finished(chat, title, ++part));
                chat = new Chat(new Draft(source, name()).handles());
            }
            Optional<String> id = id(shown);
            boolean service = shown.hasClass("service");
            if (service && id.filter(one -> !one.startsWith("-")).isEmpty()) {
                skipped.merge("headings with the day", 1L, Long::sum);
                continue;
            }
            if (!service && !shown.hasClass("joined")) {
                speaker = Optional.ofNullable(shown.selectFirst("> .body > .from_name"))
                        .map(Element::text);
            }
            Chat.Message message = service ? service(shown) : message(shown, speaker);
            if (chat.add(message.id(id))) {
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }
        if (!chat.isEmpty()) {
            into.account(finished(chat, title, ++part));
        }
        Optional<Warning> cut = PageEnd.missing(source);
        if (cut.isPresent()) {
            into.warning(cut.get());
        }
        into.balance(new Balance("messages", expected, read, skipped));
    }

    private static Account finished(Chat chat, Optional<String> title, int part) {
        chat.draft()
                .channel(title)
                .title(title.map(one -> part > 1 ? one + ", part " + part : one).orElse(""));
        return chat.account();
    }

    private static Optional<String> id(Element shown) {
        Matcher number = NUMBER.matcher(shown.id());
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }

    private static Chat.Message service(Element shown) {
        return new Chat.Message().said(shown.select(".details").text()).system();
    }

    private static Chat.Message message(Element shown, Optional<String> speaker) {
        var message = new Chat.Message().by(Optional.empty(), speaker);
        Element body = Optional.ofNullable(shown.selectFirst("> .body")).orElse(shown);
        message.at(Stamps.page(body.select("> .date").attr("title")));
        Element reply = body.selectFirst("> .reply_to a[href]");
        if (reply != null) {
            Matcher to = NUMBER.matcher(reply.attr("href").replaceFirst(".*go_to_", ""));
            message.answers(to.matches() ? Optional.of(to.group(1)) : Optional.empty());
        }
        Element said = body;
        Element forwarded = body.selectFirst("> .forwarded.body");
        if (forwarded != null) {
            Element from = forwarded.selectFirst("> .from_name");
            String name = from == null ? "" : from.ownText();
            message.forwarded(Optional.of(name));
            said = forwarded;
        }
        media(said, message);
        Element text = said.selectFirst("> .text");
        if (text == null) {
            return message;
        }
        Rendered rendered = HtmlText.of(text);
        return message.said(
                rendered.text(),
                rendered.quotes().stream().filter(quote -> quote.length() > 0).toList());
    }

    private static void media(Element said, Chat.Message message) {
        for (Element media : said.select("> .media_wrap")) {
            String kind = media.select(".title").text();
            String more = media.select(".description, .status").text();
            String file = media.select("a[href]").attr("href");
            if (kind.isEmpty()) {
                kind = media.select(".photo_wrap, .photo").isEmpty() ? "file" : "photo";
            }
            message.media(kind + (file.isEmpty() ? "" : ": " + file) + (more.isEmpty() ? "" : " (" + more + ")"));
        }
    }
}
