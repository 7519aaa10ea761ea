/**
 * Finding passages: by their words (Lucene, an index in memory) and by what they mean (vectors of sentences). It knows
 * texts and ids, and is told in which stretches to look.
 *
 * <p>What may not enter: anything that knows of cases, people, codes or files. Nothing of an index touches the disk here.
 */
@NullMarked
package org.afterword.search;

import org.jspecify.annotations.NullMarked;
