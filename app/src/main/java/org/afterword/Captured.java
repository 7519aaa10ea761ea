package org.afterword;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.afterword.casefile.CapturedPage;
import org.afterword.casefile.CaseFile;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;

/** Which exhibits are parts of captured pages. */
final class Captured {
    private final CaseFile file;
    private final Map<Id, CapturedPage> pages = new HashMap<>();

    Captured(CaseFile file) {
        this.file = file;
        file.captures().forEach(page -> page.exhibits().forEach(exhibit -> pages.putIfAbsent(exhibit, page)));
    }

    /** Whether it is a captured page's screenshot or print: its text would be in the case twice. */
    boolean looksOnly(Exhibit exhibit) {
        return (exhibit.name().endsWith("/screenshot.png") || exhibit.name().endsWith("/page.pdf"))
                && pages.containsKey(exhibit.id());
    }

    /** Accounts of a captured page with the page's address: what a page says of itself counts only on its own site. */
    UnaryOperator<Account> placed(Id exhibit) throws IOException {
        CapturedPage page = pages.get(exhibit);
        if (page == null) {
            return UnaryOperator.identity();
        }
        String url = Capturing.how(file, page).finalUrl();
        return account ->
                account.sourceUrl().filter(own -> host(own).equals(host(url))).isPresent()
                        ? account
                        : account.copy().sourceUrl(Optional.of(url)).account();
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("").toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
