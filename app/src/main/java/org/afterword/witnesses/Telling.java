package org.afterword.witnesses;

import org.afterword.model.Id;

/**
 * Whose statement a passage is.
 *
 * @param witness the witness's representative ({@link Witnesses#witness})
 * @param certain false if another account has the same words and it is not known who had them from whom
 */
public record Telling(Id witness, boolean certain) {}
