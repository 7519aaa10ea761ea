package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The Nu Html Checker of the W3C, in this process. */
public final class HtmlChecker {
    private HtmlChecker() {}

    /** It finds nothing wrong, and warns of nothing. */
    public static void assertValid(String html, String where) {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            String said = checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            assertEquals("", said, where);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new AssertionError(where, e);
        }
    }
}
