/**
 * Exhibits in and out, exactly; verification of a case.
 *
 * <p>What may not enter: any look into what an exhibit says.
 */
@NullMarked
package org.afterword.custody;

import org.jspecify.annotations.NullMarked;
