/**
 * What an account says: codebooks, suggested and settled codings.
 *
 * <p>What may not enter: counting of witnesses.
 */
@NullMarked
package org.afterword.coding;

import org.jspecify.annotations.NullMarked;
