/**
 * The one door out: the gate, the site, the check of a published site.
 *
 * <p>What may not enter: text of a case that is not {@link org.afterword.protection.Redacted}.
 */
@NullMarked
package org.afterword.publishing;

import org.jspecify.annotations.NullMarked;
