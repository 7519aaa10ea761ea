/**
 * How far people who judged the same things apart agree: numbers in, coefficients out.
 *
 * <p>What may not enter: cases, texts, names, files; how a judgement came about.
 */
@NullMarked
package org.afterword.agreement;

import org.jspecify.annotations.NullMarked;
