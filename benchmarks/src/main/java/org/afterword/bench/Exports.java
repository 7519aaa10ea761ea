package org.afterword.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A large mailbox, and the export of a chat with its pictures, through a heap of 512 MiB. */
final class Exports {
    private static final long MB = 1_000_000;
    private static final int PICTURE = 2_000_000;

    private Exports() {}

    /**
     * @param large whether of 5 GB and of 1 GB; else a tenth of that
     */
    static List<Figure> measure(boolean large) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            var figures = new ArrayList<Figure>();
            Path chat = folder.resolve("chat.zip");
            long chatSize = (large ? 1_000 : 100) * MB;
            chat(chat, chatSize);
            figures.add(add("a WhatsApp zip with media", chat, folder));
            Path mailbox = folder.resolve("all.mbox");
            long mailboxSize = (large ? 5_000 : 500) * MB;
            mailbox(mailbox, mailboxSize);
            figures.add(add("a mailbox", mailbox, folder));
            return figures;
        } finally {
            Keeping.delete(folder);
        }
    }

    private static Figure add(String what, Path file, Path folder) throws IOException {
        long size = Files.size(file);
        Path to = folder.resolve("case.afterword");
        AddProgram.Added added = AddProgram.add(file, to);
        Files.delete(file);
        Files.delete(to);
        return Figure.alone(
                "exports",
                String.format(Locale.ROOT, "%s of %,d MB: add", what, size / MB),
                1,
                added.whole(),
                String.format(
                        Locale.ROOT,
                        "%,d accounts; read after %.1f s; processors' time %.1f s and %.1f s in the reading child; %s",
                        added.accounts(),
                        added.read(),
                        added.own(),
                        added.child(),
                        added.memory()));
    }

    /** Messages on every minute, every fiftieth with a picture of 2 MB that cannot be packed; some stored, some deflated. */
    private static void chat(Path to, long size) throws IOException {
        var random = new Random(7);
        var invented = new Invented(7);
        var text = new StringBuilder();
        int pictures = (int) (size / PICTURE);
        for (int i = 0; i < 50 * pictures; i++) {
            String said = i % 50 == 49
                    ? "\u200e" + picture(i / 50) + " (file attached)"
                    : invented.text(5 + random.nextInt(20), List.of()).strip();
            text.append(String.format(
                    Locale.ROOT,
                    "%02d/%02d/%02d, %02d:%02d - %s: %s\n",
                    1 + i / 1440 % 28,
                    1 + i / 40320 % 12,
                    18 + i / 483840,
                    i / 60 % 24,
                    i % 60,
                    i % 3 == 0 ? "Bakelo" : "Tovi Rase",
                    said));
        }
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            out.putNextEntry(new ZipEntry("WhatsApp Chat with Tovi Rase.txt"));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            for (int i = 0; i < pictures; i++) {
                byte[] bytes = jpegLike(random);
                var entry = new ZipEntry(picture(i));
                if (i % 2 == 0) {
                    var crc = new CRC32();
                    crc.update(bytes);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(bytes.length);
                    entry.setCrc(crc.getValue());
                }
                out.putNextEntry(entry);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    private static String picture(int number) {
        return String.format(Locale.ROOT, "IMG-2019-WA%05d.jpg", number);
    }

    /** Begins like a picture, and is none that can be drawn. */
    private static byte[] jpegLike(Random random) {
        byte[] bytes = new byte[PICTURE];
        random.nextBytes(bytes);
        byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    /** Letters of some thousand words; every twentieth with an attachment of 1.5 MB. */
    private static void mailbox(Path to, long size) throws IOException {
        var random = new Random(9);
        var invented = new Invented(9);
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 20)) {
            for (int i = 0; written < size; i++) {
                byte[] letter = letter(i, invented, random).getBytes(StandardCharsets.UTF_8);
                out.write(letter);
                written += letter.length;
            }
        }
    }

    private static String letter(int number, Invented invented, Random random) {
        String body = invented.text(200 + random.nextInt(1500), List.of()).replace(". ", ".\n");
        String head = String.format(Locale.ROOT, """
                From reed%1$d@lanterns.example Mon Jan  7 10:00:00 2019
                From: Reed %1$d <reed%1$d@lanterns.example>
                To: lanterns@lists.example
                Subject: About %2$d
                Date: Mon, 7 Jan 2019 %3$02d:%4$02d:00 +0000
                Message-ID: <%2$d@lanterns.example>
                MIME-Version: 1.0
                """, number % 400, number, number / 60 % 24, number % 60);
        if (number % 20 != 19) {
            return head + "Content-Type: text/plain; charset=utf-8\n\n" + body + "\n\n";
        }
        byte[] attachment = new byte[1_500_000];
        random.nextBytes(attachment);
        return head + "Content-Type: multipart/mixed; boundary=\"lantern\"\n\n--lantern\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + body + "\n--lantern\n"
                + "Content-Type: application/octet-stream; name=\"paper" + number + ".bin\"\n"
                + "Content-Disposition: attachment; filename=\"paper" + number + ".bin\"\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(attachment)
                + "\n--lantern--\n\n";
    }
}
