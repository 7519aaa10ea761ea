package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What is tied up with a PDF: attached files come out, scripts are only counted. */
final class PdfParts {
    private static final int DEEPEST = 40;
    private static final int MOST = 1000;
    private static final long LARGEST = 256L << 20;
    private static final Set<COSName> ACTIONS = Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("Launch"));

    private final Map<COSStream, String> files = new IdentityHashMap<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int scripts;

    private PdfParts() {}

    static PdfParts of(PDDocument document) {
        var parts = new PdfParts();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        parts.action(catalog.getDictionaryObject(COSName.OPEN_ACTION));
        parts.actions(catalog.getDictionaryObject(COSName.AA));
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            parts.tree(names.getDictionaryObject(COSName.getPDFName("JavaScript")), 0);
            parts.tree(names.getDictionaryObject(COSName.getPDFName("EmbeddedFiles")), 0);
        }
        for (PDPage page : document.getPages()) {
            parts.actions(page.getCOSObject().getDictionaryObject(COSName.AA));
            COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            for (int i = 0; annotations != null && i < Math.min(MOST, annotations.size()); i++) {
                if (annotations.getObject(i) instanceof COSDictionary annotation) {
                    parts.file(annotation.getDictionaryObject(COSName.FS));
                    parts.action(annotation.getDictionaryObject(COSName.A));
                    parts.actions(annotation.getDictionaryObject(COSName.AA));
                }
            }
        }
        return parts;
    }

    /** How many places there are from which a script or a program would be started. */
    int scripts() {
        return scripts;
    }

    int files() {
        return files.size();
    }

    /** Gives the attached files out; those that cannot be unpacked are named. */
    List<String> give(Findings into) throws IOException {
        var broken = new ArrayList<String>();
        var names = new PartNames();
        for (var file : files.entrySet()) {
            String name = names.of(file.getValue());
            byte[] bytes;
            try (InputStream in = file.getKey().createInputStream()) {
                bytes = in.readNBytes((int) LARGEST);
            } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
                broken.add(name);
                continue;
            }
            into.part(name, new ByteArrayInputStream(bytes));
        }
        return broken;
    }

    private void tree(COSBase node, int depth) {
        if (!(node instanceof COSDictionary dictionary) || depth > DEEPEST || !seen.add(dictionary)) {
            return;
        }
        COSArray kids = dictionary.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < Math.min(MOST, kids.size()); i++) {
            tree(kids.getObject(i), depth + 1);
        }
        COSArray names = dictionary.getCOSArray(COSName.NAMES);
        for (int i = 1; names != null && i < Math.min(2 * MOST, names.size()); i += 2) {
            file(names.getObject(i));
            action(names.getObject(i));
        }
    }

    private void file(COSBase specification) {
        if (specification instanceof COSDictionary file
                && file.getDictionaryObject(COSName.EF) instanceof COSDictionary embedded
                && files.size() < MOST) {
            COSStream stream = embedded.getCOSStream(COSName.UF);
            stream = stream == null ? embedded.getCOSStream(COSName.F) : stream;
            String name = file.getString(COSName.UF, file.getString(COSName.F, "attachment"));
            if (stream != null) {
                files.putIfAbsent(stream, name.isBlank() ? "attachment" : name);
            }
        }
    }

    private void actions(COSBase all) {
        if (all instanceof COSDictionary actions) {
            List.copyOf(actions.keySet()).forEach(key -> action(actions.getDictionaryObject(key)));
        }
    }

    private void action(COSBase action) {
        if (action instanceof COSDictionary dictionary
                && dictionary.getDictionaryObject(COSName.S) instanceof COSName kind
                && ACTIONS.contains(kind)) {
            scripts++;
        }
    }
}
