/**
 * For one group and one practice, which witnesses report it; and the pathway made of such findings.
 *
 * <p>What may not enter: unreviewed suggestions as facts; text that a stranger sees.
 */
@NullMarked
package org.afterword.findings;

import org.jspecify.annotations.NullMarked;
