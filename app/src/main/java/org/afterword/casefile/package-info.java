/**
 * The encrypted file: keys, log, items, projections, scratch, frozen format versions ({@code docs/case-format.md}).
 *
 * <p>Every change of a case is an {@link org.afterword.casefile.Entry} in its log; {@link
 * org.afterword.casefile.Contents} is what folding the log gives. What may not enter: rules about what entries mean
 * for people, codes or publication.
 */
@NullMarked
package org.afterword.casefile;

import org.jspecify.annotations.NullMarked;
