package org.afterword.people;

import java.util.List;
import java.util.Locale;
import org.afterword.model.IdentityKind;

/** Addresses of mail and of pages, and names on platforms. */
final class Links {
    private static final String TLD =
            "(?:com|org|net|edu|gov|info|biz|io|co|me|tv|app|dev|blog|news|club|online|site|xyz|gl|be|gg|st"
                    + "|social|page|link|live|shop|example|test|invalid|onion|eu|uk|de|at|ch|fr|es|it|pl|nl|se|no|dk|fi|ie|pt|gr"
                    + "|cz|sk|hu|ro|bg|hr|rs|si|tr|ru|ua|us|ca|au|nz|in|pk|bd|lk|za|ng|ke|gh|eg|ma|il|ir|iq|sa|ae|cn|jp|kr|tw|hk|sg|my"
                    + "|th|vn|ph|id|br|mx|ar|cl|pe|ve|ly|fm|to|cc|ai|im|is)";
    private static final String PLATFORM =
            "(?:insta(?:gram)?|ig|twitter|snap(?:chat)?|tik ?tok|telegram|discord|skype|kik|reddit|facebook|fb|messenger|tumblr"
                    + "|you ?tube|twitch|steam|xbox|psn|gamertag|mastodon|blue ?sky|threads|signal|wechat|weixin|line|viber|vkontakte|vk"
                    + "|whats ?app|git ?hub|pinterest|linked ?in|soundcloud|patreon|onlyfans|paypal|venmo|cash ?app|revolut|wire)";
    private static final String CALLED =
            "(?:(?: ?(?:name|account|handle|id|user(?: ?name)?|profile|page|konto|cuenta|compte|profil|nick))"
                    + "|(?:user ?name|screen ?name|handle|nick(?:name)?|login|benutzername|usuario|pseudo))";

    private Links() {}

    static final List<Rule> ADDRESSES = List.of(
            Rule.of(
                    "handle",
                    IdentityKind.HANDLE,
                    Marks::at,
                    "(?U)(?=@)(?<![\\w@./])@[\\w.-]{1,64}@(?:[\\w-]{1,63}\\.){1,6}\\p{L}{2,24}\\b",
                    .95),
            Rule.of(
                    "e-mail",
                    IdentityKind.EMAIL,
                    Marks::at,
                    "(?U)[\\w.+%-]{1,64}@(?:[\\w-]{1,63}\\.){1,6}\\p{L}{2,24}\\b",
                    1),
            Rule.of(
                    "e-mail",
                    IdentityKind.EMAIL,
                    Marks::bracket,
                    "(?iU)\\b[\\w.+-]{1,64} ?[(\\[{] ?(?:at|@) ?[)\\]}] ?[\\w-]{1,63}(?: ?(?:\\.|[(\\[{] ?dot ?[)\\]}]) ?[\\w-]{2,24}){1,4}",
                    .9),
            Rule.of(
                    "link",
                    IdentityKind.LINK,
                    Marks::address,
                    "(?i)\\b(?:(?:https?|ftps?|hxxps?|gemini|mailto|tel|tg|whatsapp)://?|www\\.)[^\\s<>\"“”«»{}|\\\\^`]{2,2048}",
                    1),
            Rule.of(
                    "link",
                    IdentityKind.LINK,
                    Marks::dotInside,
                    "(?i)(?<![\\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,5}" + TLD
                            + "(?:(?:/|\\?)[^\\s<>\"“”«»{}|\\\\^`]{0,2048}|(?![\\w.-]*\\w))",
                    Links::bare,
                    .9));

    static final List<Rule> HANDLES = List.of(
            Rule.of(
                    "handle",
                    IdentityKind.HANDLE,
                    Marks::at,
                    "(?U)(?<![\\w@./])(?<core>@ ?(?=\\w*\\p{L})\\w(?:[\\w.-]{0,38}\\w)?)",
                    .95),
            Rule.of(
                    "handle",
                    IdentityKind.HANDLE,
                    Marks::slash,
                    "(?i)(?<![\\w/])(?<core>/?u(?:ser)?/[a-z0-9_-]{2,30})(?![\\w-])",
                    .95),
            Rule.of(
                    "handle",
                    IdentityKind.HANDLE,
                    Marks::hash,
                    "(?U)(?<![\\w@#./-])(?<core>[\\w.]{2,32}#[0-9]{4})(?![\\w-])",
                    text -> text.chars().anyMatch(Character::isLetter),
                    .8),
            // "my insta is wren_alder", "Discord: wren"
            Rule.of(
                    "handle-in-words",
                    IdentityKind.HANDLE,
                    Marks::platforms,
                    "(?iU)\\b(?:" + PLATFORM + CALLED + "?|" + CALLED
                            + ")(?: ?[:=] ?| (?:is|was|ist|est|es|è) )[\"“'‘@]?"
                            + "(?<core>\\w[\\w.-]{2,31})(?<![.-])(?![\\w@/])",
                    text -> text.chars().anyMatch(c -> c == '_' || c == '.' || (c >= '0' && c <= '9'))
                            && text.chars().anyMatch(Character::isLetter),
                    .8),
            Rule.of(
                    "handle-in-words",
                    IdentityKind.HANDLE,
                    Marks::platforms,
                    "(?iU)\\b(?:(?:my|his|her|their|our|your|mein|meine|mon|mi|mijn|mio) " + PLATFORM + CALLED
                            + "?(?: (?:is|was|ist|est|es|è) |: ?)|" + PLATFORM + CALLED + " ?[:=]? ?|" + PLATFORM
                            + ": ?)[\"“'‘]?(?<core>\\w{4,32})(?![\\w@/]|\\.\\w)",
                    text -> text.chars().noneMatch(Character::isUpperCase) && !OrdinaryWords.contain(text),
                    .6));

    /** "end.It" and "e.g." are no addresses. */
    private static boolean bare(String text) {
        String host = text.replaceFirst("[/?].*", "");
        String last = host.substring(host.lastIndexOf('.') + 1);
        String first = host.substring(0, host.indexOf('.'));
        boolean path = host.length() < text.length();
        boolean oneDot = host.indexOf('.') == host.lastIndexOf('.');
        boolean sentence = Character.isUpperCase(last.charAt(0)) && !host.equals(host.toUpperCase(Locale.ROOT));
        boolean word = oneDot
                && !path
                && OrdinaryWords.contain(last.toLowerCase(Locale.ROOT))
                && OrdinaryWords.contain(first.toLowerCase(Locale.ROOT));
        boolean named = first.length() > 1 || text.length() > host.length() + 1; // t.me/wren
        return !sentence && !word && host.chars().anyMatch(Character::isLetter) && named;
    }
}
