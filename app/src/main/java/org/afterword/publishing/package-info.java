/**
 * The one door out: the gate, the site, the exchange formats.
 *
 * <p>What may not enter: text of a case that is not {@link org.afterword.protection.Redacted}. Exhibits as they came go
 * out in bags that somebody asked for as unprotected, and nowhere else.
 */
@NullMarked
package org.afterword.publishing;

import org.jspecify.annotations.NullMarked;
