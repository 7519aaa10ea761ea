package org.afterword.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.afterword.model.Warning;

/**
 * The readers of chats and social exports, as a fuzzer sees them: each reads whatever it is given, also what it would
 * not have taken. Not part of {@code ./test}, where {@link ChatFuzzedTest} gives each of these a moment; {@code ./prove
 * fuzz 10m} gives them ten minutes each.
 */
class ChatFuzz {
    /** Of each target: who reads, and a right file to begin with. */
    static Map<String, Consumer<byte[]>> targets() {
        var fuzz = new ChatFuzz();
        var targets = new TreeMap<String, Consumer<byte[]>>();
        targets.put("whatsapp-android.txt", fuzz::whatsapp);
        targets.put("telegram.json", fuzz::telegram);
        targets.put("telegram.html", fuzz::telegramPage);
        targets.put("facebook-messages.json", fuzz::facebook);
        targets.put("message_1.html", fuzz::facebookPage);
        targets.put("slack-day.json", fuzz::slack);
        targets.put("discord.json", fuzz::discord);
        targets.put("discord.html", fuzz::discordPage);
        targets.put("signal.md", fuzz::signal);
        targets.put("imessage.txt", fuzz::imessage);
        targets.put("tweets.js", fuzz::twitter);
        targets.put("direct-messages.js", fuzz::twitter);
        targets.put("youtube.json", fuzz::youtube);
        targets.put("comments.csv", fuzz::takeout);
        targets.put("exports/reddit-comments.csv", fuzz::redditExport);
        targets.put("exports/reddit-messages.csv", fuzz::redditExport);
        targets.put("exports/instagram-posts.json", fuzz::instagram);
        targets.put("exports/instagram-comments.json", fuzz::instagram);
        targets.put("exports/x-page.html", fuzz::twitterPage);
        targets.put("exports/forum-vbulletin.html", fuzz::forumPage);
        targets.put("transcript.txt", fuzz::transcript);
        targets.put("mail/letter.eml", fuzz::flowed);
        return targets;
    }

    @FuzzTest(maxDuration = "10m")
    void whatsapp(byte[] bytes) {
        reads(new WhatsAppReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void telegram(byte[] bytes) {
        reads(new TelegramReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void telegramPage(byte[] bytes) {
        reads(new TelegramPageReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void facebook(byte[] bytes) {
        reads(new FacebookReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void facebookPage(byte[] bytes) {
        reads(new FacebookPageReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void slack(byte[] bytes) {
        reads(new SlackReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void discord(byte[] bytes) {
        reads(new DiscordReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void discordPage(byte[] bytes) {
        reads(new DiscordPageReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void signal(byte[] bytes) {
        reads(new SignalReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void imessage(byte[] bytes) {
        reads(new IMessageReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void twitter(byte[] bytes) {
        reads(new TwitterReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void youtube(byte[] bytes) {
        reads(new YouTubeReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void takeout(byte[] bytes) {
        reads(new TakeoutReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void redditExport(byte[] bytes) {
        reads(new RedditExportReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void instagram(byte[] bytes) {
        reads(new InstagramReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void instagramPage(byte[] bytes) {
        reads(new InstagramPageReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void twitterPage(byte[] bytes) {
        reads(new TwitterPageReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void forumPage(byte[] bytes) {
        reads(new ForumPageReader(), bytes);
    }

    @FuzzTest(maxDuration = "10m")
    void transcript(byte[] bytes) {
        reads(new TranscriptReader(), bytes);
    }

    /** No character is lost but marks, spaces and line ends. */
    @FuzzTest(maxDuration = "10m")
    void flowed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (boolean delete : new boolean[] {true, false}) {
            String flowed = Flowed.unwrapped(text, delete);
            if (!flowed.replaceAll("[> \n]", "").equals(text.replaceAll("[> \n]", ""))) {
                throw new AssertionError("words were lost");
            }
        }
    }

    /** Whatever it makes of it can be an account, and it can say how sure it is. */
    private static void reads(Reader reader, byte[] bytes) {
        var source = new Source("x", Fixtures.EXHIBIT, Fixtures.GROUP, bytes);
        reader.confidence(source);
        if (reader.streams() || source.decoded().problem().isEmpty()) {
            Found found = Found.of(into -> {
                reader.read(source, into);
                return new Reading(reader.name(), 1, 0, 0, List.of(new Warning("", "read")), Optional.empty());
            });
            Fixtures.assertSound(found);
        }
    }
}
