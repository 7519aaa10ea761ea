/**
 * Who shares the same at the same time, counted on Apache Spark: the kernels of {@code org.afterword.posts}, for datasets
 * that one machine does not hold.
 *
 * <p>Results are sums over the whole dataset. There may not be, here: a row for an account or a pair that is written
 * anywhere but in Spark's own encrypted temporary files, an id, address or text that leaves the reading of its row.
 */
@NullMarked
package org.afterword.spark;

import org.jspecify.annotations.NullMarked;
