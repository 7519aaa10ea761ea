package org.afterword.casefile;

import java.time.Instant;
import java.util.List;
import org.afterword.model.Id;

/**
 * A look at a web page.
 *
 * @param url as it was asked for
 * @param at when it came into the case
 * @param exhibits what was kept of it
 * @param item how it was captured: a zstd frame of JSON
 */
public record CapturedPage(String url, Instant at, List<Id> exhibits, Id item) {
    public CapturedPage {
        exhibits = List.copyOf(exhibits);
    }
}
