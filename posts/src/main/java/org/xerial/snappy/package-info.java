/** One class, named so that Hardwood finds it. Nothing of ours uses it, and nothing else may be put here. */
@NullMarked
package org.xerial.snappy;

import org.jspecify.annotations.NullMarked;
