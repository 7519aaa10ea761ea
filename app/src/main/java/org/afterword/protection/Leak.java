package org.afterword.protection;

import org.afterword.model.Id;

/**
 * A hidden name in something finished.
 *
 * @param path the file, with hidden names in it replaced
 * @param where the line, tag or part; never the text itself
 * @param cluster whose name it is; its name can be asked of the case by this id
 * @param view how the file was looked at when it was seen: "plain", "text", "attribute", "base64 in plain"
 */
public record Leak(String path, String where, Id cluster, String view) {}
