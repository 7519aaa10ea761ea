package org.afterword.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.Deciding.Request;
import org.afterword.Progress;
import org.afterword.casefile.Cost;
import org.afterword.coding.Coded;
import org.afterword.intake.Inbox;
import org.afterword.intake.Settings;
import org.afterword.intake.Told;
import org.afterword.model.Id;
import org.afterword.protection.PictureFixtures;

/** The small case with something of everything that a page can show: letters, a picture, coders who disagree. */
final class FullCase {
    private static final String LONG = "a-very-long-name-of-a-file-that-somebody-once-saved-without-thinking-of-narrow";

    private FullCase() {}

    /** Opened for a third who settles what two coders see differently. */
    static Case open(Path folder) throws IOException, InterruptedException {
        try (Case tester = SmallCase.open(folder)) {
            judge(tester, "accept", "");
        }
        Path file = folder.resolve("small.afterword");
        try (Case berta = Case.open(file, SmallCase.passphrase(), "berta")) {
            judge(berta, "reject", "a price, not a demand");
        }
        Case opened = Case.open(file, SmallCase.passphrase(), "clara");
        letters(opened, folder.resolve("inbox"));
        Path shot = Files.write(
                folder.resolve("shot.png"), PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID)));
        Path other = Files.writeString(folder.resolve(LONG + ".txt"), """
                في مايو 2011 سألونا عن المال كل يوم جمعة، ولم يجرؤ أحد على الرفض.

                In May 2011 they asked us for money, and I was told to pay ninety pounds or leave. In March 2014 I left.
                """);
        Path mail = Files.writeString(folder.resolve("letter.eml"), """
                From: "Wren Tarbuck, who signs with a name as long as a line of print and longer" <wren@example.org>
                To: "Orla Finch" <orla@example.org>
                Subject: What I paid at the Kestrel Table
                Date: Mon, 2 May 2011 10:00:00 +0000
                Message-ID: <a-very-long-identifier-of-a-message-0123456789-0123456789-0123456789@example.org>
                Content-Type: text/plain; charset=utf-8

                They asked us for forty pounds every Friday, and I was told to pay or leave.
                """);
        Path chat = Files.writeString(folder.resolve("chat.txt"), """
                12/05/2011, 10:00 - Wren: They asked us for money again, every Friday, and I was told to pay or leave
                12/05/2011, 10:01 - Orla Finch: You have to bring it
                12/05/2011, 10:02 - Wren: سألونا عن المال كل يوم جمعة
                12/05/2011, 10:03 - Orla Finch: On Friday then
                """);
        opened.add(List.of(shot, other, mail, chat), Optional.of("The Kestrel Table"), false, Progress.SILENT);
        opened.suggest(Progress.SILENT);
        return opened;
    }

    /** Judges every coding in one way, and marks every account as read. */
    static void judge(Case opened, String verdict, String reason) throws IOException {
        var requests = new ArrayList<Request>();
        for (Coded one : opened.codings()) {
            requests.add(new Request(one.suggestion().toString(), verdict, reason));
        }
        for (Id account : opened.contents().accountIds()) {
            requests.add(new Request(account.toString(), "read", ""));
        }
        opened.deciding().record(requests);
    }

    /** Two sources: one who told with a file, was asked and answered; and one who writes from right to left. */
    private static void letters(Case opened, Path inbox) throws IOException, InterruptedException {
        Settings usual = Settings.of(
                opened.file().dropBox().recipient(), 8 << 20, Settings.Terms.USUAL, "The archive.", "", List.of());
        Inbox.create(inbox, usual.withCost(Cost.CHEAP));
        try (Told told = Told.serve(inbox)) {
            String receipt = told.tell(
                    "They asked us for money every Friday, and Orla Finch kept the list of who had paid.\n"
                            + "Nobody was allowed to say no; it went on for three winters, and I still dream of it.",
                    Map.of("consent", "verbatim", "review", "yes"),
                    LONG + ".txt",
                    "We were told to bring forty pounds.");
            told.tell("سألونا عن المال كل يوم جمعة، ولم يجرؤ أحد على الرفض.", Map.of("consent", "counts"));
            collect(opened, inbox);
            Correspondence correspondence = Correspondence.of(opened);
            String mailbox =
                    correspondence.letters().getFirst().entry().mailbox().toString();
            correspondence.write(mailbox, "Thank you. When was that, roughly?");
            collect(opened, inbox);
            told.press(receipt, "form[enctype] button", Map.of("text", "In spring, two years ago."));
            collect(opened, inbox);
        }
    }

    private static void collect(Case opened, Path folder) throws IOException {
        try (Inbox inbox = Inbox.open(folder)) {
            Correspondence.of(opened).collect(inbox, Optional.of("The Kestrel Table"), Progress.SILENT);
        }
    }
}
