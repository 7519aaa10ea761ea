/** How fast it is: whole ways with fixed seeds, each beside a floor measured in the same run. Run by {@code ./bench}. */
@NullMarked
package org.afterword.bench;

import org.jspecify.annotations.NullMarked;
