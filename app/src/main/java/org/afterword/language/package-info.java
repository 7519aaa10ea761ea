/**
 * Thin wrappers around language libraries: sentences, word shapes, phrases with slots, folding of letters. No state.
 *
 * <p>What may not enter: anything that knows of cases, people or codes.
 */
@NullMarked
package org.afterword.language;

import org.jspecify.annotations.NullMarked;
