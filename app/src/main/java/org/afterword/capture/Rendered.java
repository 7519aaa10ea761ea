package org.afterword.capture;

import java.util.List;
import java.util.Optional;

/**
 * A page as a browser showed it.
 *
 * @param html after its scripts had run
 * @param text what can be read on it
 * @param screenshot of the whole page, PNG
 * @param pdf as printed
 * @param notes what a reader of the capture should know
 */
record Rendered(String html, String text, Optional<byte[]> screenshot, Optional<byte[]> pdf, List<String> notes) {}
