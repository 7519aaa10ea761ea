package org.afterword.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

/** How the numbers in cells are shown: as dates, as money. */
final class CellStyles implements Xml.Handler {
    private static final int LONGEST = 64;

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final boolean from1904;
    private boolean inStyles;

    CellStyles(boolean from1904) {
        this.from1904 = from1904;
    }

    private static int number(XMLStreamReader element, String attribute) {
        return Xml.attribute(element, attribute)
                .filter(text -> text.matches("\\d{1,8}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        switch (name) {
            case "numFmt" ->
                formats.put(
                        number(element, "numFmtId"),
                        Xml.attribute(element, "formatCode").orElse(""));
            case "cellXfs" -> inStyles = true;
            case "xf" -> {
                if (inStyles) {
                    styles.add(number(element, "numFmtId"));
                }
            }
            default -> {}
        }
    }

    @Override
    public void text(String text) {}

    @Override
    public void end(String name) {
        inStyles &= !name.equals("cellXfs");
    }

    /** A number as the sheet shows it; as it is written where that cannot be told. */
    String shown(String written, String style) {
        int format = style.matches("\\d{1,6}") && Integer.parseInt(style) < styles.size()
                ? styles.get(Integer.parseInt(style))
                : 0;
        String code = formats.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
        if (code == null || code.length() > LONGEST || written.length() > LONGEST) {
            return written;
        }
        // dates without a doubt about day and month
        try {
            return formatter.formatRawCellContents(
                    Double.parseDouble(written.strip()),
                    format,
                    code.equals("m/d/yy") || format == 14 ? "yyyy-mm-dd" : code,
                    from1904);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return written;
        }
    }
}
