package org.afterword.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.afterword.reading.Lines.Line;

/** What sites print around a text. */
final class Boilerplate {
    /** Never a teller's own line. */
    private static final Pattern SURE = Pattern.compile(
            "(?:leave a (?:comment|reply)(?: cancel reply)?|write a comment\\.*|add (?:a|your) comment|post a comment"
                    + "|this site uses akismet.*|learn how your comment data is processed\\.?"
                    + "|your email address will not be published\\..*|required fields are marked.*"
                    + "|notify me of (?:new|follow-?up) .*|save my name, email.*|fill in your details below.*"
                    + "|you are commenting using your .*|share (?:this|on)\\s*:.*|share this(?: post| article)?|like this\\s*:?|like loading.*|loading\\s*(?:\\.{2,}|…)"
                    + "|click to (?:share|print|email) .*|.{0,40}\\(opens in new window\\).*"
                    + "|(?:blog|create a free website or blog) at wordpress\\.com\\.?|powered by .{2,40}|proudly powered by .*"
                    + "|(?:posted|filed) (?:in|under)[: ].*|tagged[: ].*|categories\\s*:.*|tags\\s*:.*"
                    + "|(?:previous|next|older|newer) (?:post|entry|article|story)s?\\b.{0,120}|← .*|.* →|post navigation"
                    + "|(?:subscribe|sign up) (?:to|for|now|today).{0,80}|join [\\d,.]+ other (?:subscribers|followers)"
                    + "|type your email.*|enter your email address.*|get (?:new posts|updates) .*inbox.*|report this ad|advertisements?"
                    + "|privacy & cookies:.*|to find out more, including how to control cookies.*|we use cookies.*"
                    + "|accept (?:all )?cookies|skip to (?:main )?content|all rights reserved\\.?"
                    + "|(?:one|\\d+) (?:thought|comment|response|repl(?:y|ie))s? (?:on|to) [“\"„«].*"
                    + "|(?:no|0) comments?(?: yet)?|kommentar hinterlassen|schreibe einen kommentar.*|deja un comentario|laisser un commentaire"
                    + "|diese(?: website|r blog)? verwendet akismet.*|este sitio usa akismet.*|ce site utilise akismet.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Only at the head or the tail, where such lines stand together. */
    private static final Pattern MENU = Pattern.compile(
            "(?:home|about|contact|menu|search(?: for)?:?|log ?in|sign (?:in|up)|register|archives?|blog|tweet|twitter"
                    + "|facebook|email|e-mail|print|pinterest|reddit|linkedin|tumblr|whatsapp|telegram|share|like|follow|following|subscribe"
                    + "|related(?: posts| articles)?:?|more|reply|comments?|rss|privacy(?: policy)?|terms(?: of (?:use|service))?|cookies"
                    + "|copyright .*|© .*|\\d+ (?:comments?|likes?|shares?|views?)|report|save|hide|upvote|downvote|permalink)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern COMMENTS = Pattern.compile(
            "(?:(?:one|\\d+) (?:thought|comment|response|repl(?:y|ie))s? (?:on|to) [“\"„«].*|comments?\\s*(?:\\(\\d+\\)|:))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Boilerplate() {}

    static boolean sure(Line line) {
        String text = line.trimmed();
        return !text.isEmpty() && text.length() <= 200 && SURE.matcher(text).matches();
    }

    private static boolean menu(Line line) {
        String text = line.trimmed();
        return text.length() <= 80 && MENU.matcher(text).matches();
    }

    /** Whether what follows are others' comments under a post. */
    static boolean opensComments(Line line) {
        return line.text().length() <= 200 && COMMENTS.matcher(line.trimmed()).matches();
    }

    /** The text without the site's lines, and without blank lines at both ends. */
    static Rendered strip(Rendered rendered) {
        List<Line> lines = Lines.of(rendered.text());
        int end = lines.size();
        while (end > 0 && (lines.get(end - 1).blank() || sure(lines.get(end - 1)) || menu(lines.get(end - 1)))) {
            end--;
        }
        int start = 0;
        while (start < end && (lines.get(start).blank() || sure(lines.get(start)) || menuRun(lines, start, end))) {
            start++;
        }
        return rendered.keeping(
                lines.subList(start, end).stream().filter(line -> !sure(line)).toList());
    }

    /** One such word alone may be a title; a site's menu has several. */
    private static boolean menuRun(List<Line> lines, int at, int end) {
        if (!menu(lines.get(at))) {
            return false;
        }
        boolean before = at > 0 && menu(lines.get(at - 1));
        boolean after = at + 1 < end && menu(lines.get(at + 1));
        return before || after;
    }
}
