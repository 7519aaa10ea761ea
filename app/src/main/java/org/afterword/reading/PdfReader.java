package org.afterword.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;

/** PDF: its text page by page; pages without text are looked at as pictures. */
final class PdfReader implements Reader {
    private static final byte[] MARK = {'%', 'P', 'D', 'F', '-'};
    private static final int MARK_WITHIN = 1024;
    private static final int MOST_PAGES = 20_000;
    private static final int MOST_SCANNED = 2_000;
    private static final int LEAST_LETTERS = 10;

    private static final long SCRATCH = 192L << 20;
    private static final String SCANNED = "scanned, and not recognised";
    private static final String EMPTY = "empty";

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public boolean streams() {
        return true;
    }

    static boolean is(Source source) {
        return sure(source) > 0;
    }

    /**
     * One of its pages, as it looks.
     *
     * @param number from 1
     * @throws Picture.Unshown if there is no such page, or it cannot be drawn
     */
    static BufferedImage drawn(Source source, int number) throws IOException {
        PdfFonts.ready();
        try (PDDocument document = open(source)) {
            if (number > document.getNumberOfPages()) {
                throw new Picture.Unshown("a file without a page " + number);
            }
            return new PdfScan(document, new Sight(Recogniser.NONE))
                    .drawn(number, ImageType.RGB, Pixels.DOTS)
                    .orElseThrow(() -> new Picture.Unshown("a page that is broken, or larger than can be drawn"))
                    .image();
        } catch (InvalidPasswordException e) {
            throw new Picture.Unshown("a file that is protected by a password");
        } catch (Broken e) {
            throw new Picture.Unshown("a PDF that is broken");
        }
    }

    @Override
    public double confidence(Source source) {
        return sure(source);
    }

    private static double sure(Source source) {
        byte[] head = source.head();
        for (int at = 0; at <= Math.min(head.length, MARK_WITHIN) - MARK.length; at++) {
            if (java.util.Arrays.equals(head, at, at + MARK.length, MARK, 0, MARK.length)) {
                return at == 0 ? 0.99 : 0.9;
            }
        }
        return 0;
    }

    /** What was made of it, to be told when nothing of the file is needed any more. */
    private record Made(Optional<Account> account, Map<String, Long> skipped, long pages, long read) {}

    @Override
    public void read(Source source, Findings into) throws IOException {
        PdfFonts.ready();
        try (PDDocument document = open(source)) {
            List<Warning> warnings = new ArrayList<>();
            Made made = made(document, source, warnings);
            if (made.account().isPresent()) {
                into.account(made.account().get());
            }
            PdfParts parts = parts(document);
            for (String name : parts.give(into)) {
                warnings.add(new Warning("attachment " + name, "it could not be unpacked"));
            }
            if (parts.scripts() > 0) {
                warnings.add(new Warning(
                        "",
                        parts.scripts() + (parts.scripts() == 1 ? " script was" : " scripts were")
                                + " in it; nothing in it is run"));
            }
            for (Warning warning : warnings) {
                into.warning(warning);
            }
            into.balance(new Balance("pages", made.pages(), made.read(), made.skipped()));
        } catch (InvalidPasswordException e) {
            into.warning(
                    new Warning(
                            "",
                            "it is protected by a password, and safe; to have it read, save a copy without the password and add that"));
        } catch (Broken e) {
            into.warning(new Warning("", "a PDF that is broken: no page of it can be found"));
        }
    }

    private static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(Exception cause) {
            super(cause);
        }
    }

    // what a broken PDF leads PDFBox to is of every kind
    private static PDDocument open(Source source) throws IOException {
        try {
            PDDocument document =
                    Loader.loadPDF(new PdfBytes(source), MemoryUsageSetting.setupMainMemoryOnly(SCRATCH).streamCache);
            document.getNumberOfPages();
            return document;
        } catch (UncheckedIOException | InvalidPasswordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Broken(e);
        }
    }

    private static PdfParts parts(PDDocument document) throws IOException {
        try {
            return PdfParts.of(document);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Broken(e);
        }
    }

    private Made made(PDDocument document, Source source, List<Warning> warnings) throws IOException {
        int pages;
        PdfLines text;
        Optional<When> made;
        Draft draft = new Draft(source, name());
        try {
            pages = document.getNumberOfPages();
            text = PdfLines.of(document);
            made = PdfFacts.into(draft, document.getDocumentInformation().getCOSObject());
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Broken(e);
        }
        text.broken().forEach((page, problem) -> warnings.add(new Warning("page " + page, problem)));
        var sight = new Sight(source.recogniser());
        var scan = new PdfScan(document, sight);
        var layout = new Layout();
        var skipped = new TreeMap<String, Long>();
        long read = 0;
        int scanned = 0;
        for (int page = 1; page <= Math.min(pages, MOST_PAGES); page++) {
            List<Layout.Line> lines = text.page(page);
            if (letters(lines) < LEAST_LETTERS) {
                Sight.Seen seen =
                        scanned++ < MOST_SCANNED ? scan.look(page) : new Sight.Seen(Sight.Outcome.UNSEEN, List.of());
                switch (seen.outcome()) {
                    case READ -> lines = seen.lines();
                    case EMPTY -> skipped.merge(lines.isEmpty() ? EMPTY : "", 1L, Long::sum);
                    case UNSEEN -> skipped.merge(lines.isEmpty() ? SCANNED : "", 1L, Long::sum);
                }
            }
            read += lines.isEmpty() ? 0 : 1;
            layout.page(page, lines);
        }
        skipped.remove("");
        var paper = new Paper();
        layout.write(paper);
        warn(layout, sight, skipped, paper, warnings);
        return new Made(Essay.document(draft, paper.rendered(), made), skipped, pages, read);
    }

    private static void warn(
            Layout layout, Sight sight, Map<String, Long> skipped, Paper paper, List<Warning> warnings) {
        if (layout.leftOut() > 0) {
            warnings.add(new Warning(
                    "", layout.leftOut() + " lines that stand at the head or foot of most pages are left out"));
        }
        warnings.addAll(sight.warnings());
        if (skipped.containsKey(SCANNED)) {
            warnings.add(new Warning(
                    "", skipped.get(SCANNED) + " pages have no text, only pictures, and were not recognised"));
        }
        if (paper.full()) {
            warnings.add(new Warning("", "so long that the end of it was not read"));
        }
    }

    private static long letters(List<Layout.Line> lines) {
        return lines.stream()
                .flatMapToInt(line -> line.text().chars())
                .filter(Character::isLetterOrDigit)
                .count();
    }
}
