package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Warning;

/** Rich Text: paragraphs, tables and footnotes. */
final class RtfReader implements Reader {
    private static final String MARK = "{\\rtf";

    @Override
    public String name() {
        return "rtf";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public boolean settles() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        byte[] head = source.head();
        String start = new String(head, 0, Math.min(MARK.length(), head.length), StandardCharsets.ISO_8859_1);
        return start.equals(MARK) ? 0.98 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        if (source.isLarge()) {
            into.warning(new Warning("", "too large: Rich Text is read up to " + (Source.LIMIT >> 20) + " MiB"));
            return;
        }
        var paper = new Paper();
        Rtf rtf = Rtf.read(source.bytes(), paper);
        Draft draft = new Draft(source, name());
        rtf.fact("title").ifPresent(draft::title);
        draft.author(rtf.fact("author"));
        for (String name : List.of("operator", "manager", "company", "subject", "doccomm", "keywords")) {
            draft.metadata(name, rtf.fact(name));
        }
        Optional<Account> account = Essay.document(draft, paper.rendered(), Optional.empty());
        if (account.isPresent()) {
            into.account(account.get());
        } else {
            into.warning(new Warning("", "no text is in it"));
        }
        if (rtf.deleted() > 0) {
            into.warning(new Warning(
                    "",
                    "changes were tracked: " + rtf.deleted() + (rtf.deleted() == 1 ? " stretch is" : " stretches are")
                            + " marked as deleted, and left out"));
        }
        if (!rtf.whole()) {
            into.warning(new Warning("", "it breaks off, or its groups do not match: some of it may be missing"));
        }
    }
}
