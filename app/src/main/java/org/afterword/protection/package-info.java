/**
 * What a stranger may see: the effect of decisions and consent, pseudonyms, the sole maker of {@link
 * org.afterword.protection.Redacted}, and the scan of finished bytes.
 *
 * <p>What may not enter: layout and files.
 */
@NullMarked
package org.afterword.protection;

import org.jspecify.annotations.NullMarked;
