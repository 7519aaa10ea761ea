package org.afterword.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages without text, drawn and looked at. */
final class PdfScan {
    private static final float POINTS = 72;
    private static final float DOTS = 250;
    private static final double MOST_PIXELS = 16e6;
    private static final long LARGEST_PICTURE = 60_000_000;
    private static final int DEEPEST = 8;
    private static final Sight.Seen UNSEEN = new Sight.Seen(Sight.Outcome.UNSEEN, List.of());

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Sight sight;

    PdfScan(PDDocument document, Sight sight) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        this.sight = sight;
    }

    /**
     * @param number from 1
     */
    Sight.Seen look(int number) throws IOException {
        Optional<Drawn> drawn = drawn(number, ImageType.GRAY, DOTS);
        return drawn.isEmpty()
                ? UNSEEN
                : sight.look(drawn.get().image(), number, drawn.get().scale());
    }

    /** @param scale pixels for a point */
    record Drawn(BufferedImage image, float scale) {}

    /**
     * @param number from 1
     * @param dots an inch, or fewer where the page is large
     * @return empty if it is broken, or too large
     */
    Optional<Drawn> drawn(int number, ImageType colours, float dots) throws IOException {
        try {
            PDPage page = document.getPage(number - 1);
            Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            if (tooLarge(
                    page.getResources() == null ? null : page.getResources().getCOSObject(), 0, seen)) {
                return Optional.empty();
            }
            PDRectangle box = page.getCropBox();
            double points = (double) box.getWidth() * box.getHeight();
            float scale = (float) Math.min(dots / POINTS, Math.sqrt(MOST_PIXELS / Math.max(1, points)));
            if (!(points > 0) || scale * Math.max(box.getWidth(), box.getHeight()) > Short.MAX_VALUE) {
                return Optional.empty();
            }
            return Optional.of(new Drawn(renderer.renderImage(number - 1, scale, colours), scale));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // a page may be broken in every way that its writer could think of
            return Optional.empty();
        }
    }

    /** Whether there is a picture in it that would not fit into memory; its size is known without unpacking it. */
    private static boolean tooLarge(COSDictionary resources, int depth, Set<COSDictionary> seen) {
        COSDictionary objects =
                resources == null || !seen.add(resources) ? null : resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null || depth > DEEPEST) {
            return false;
        }
        for (COSName name : objects.keySet()) {
            COSBase object = objects.getDictionaryObject(name);
            if (object instanceof COSDictionary one
                    && ((long) one.getInt(COSName.WIDTH, 0) * one.getInt(COSName.HEIGHT, 0) > LARGEST_PICTURE
                            || tooLarge(one.getCOSDictionary(COSName.RESOURCES), depth + 1, seen))) {
                return true;
            }
        }
        return false;
    }
}
