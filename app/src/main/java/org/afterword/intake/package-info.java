/**
 * An inbox on the web where somebody tells without giving a name, and comes back to answer: the folder of a server that
 * can write to a case and not read it, and its pages.
 *
 * <p>What may not enter: a case, a private key of one, or a name, address or time finer than a day that would be kept.
 */
@NullMarked
package org.afterword.intake;

import org.jspecify.annotations.NullMarked;
