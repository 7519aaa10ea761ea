/**
 * Who shares the same at the same time, groups, and bursts towards a target, counted on Apache Spark: the kernels of
 * {@code org.afterword.posts}, for datasets that one machine does not hold.
 *
 * <p>Results are sums over the whole dataset. There may not be, here: a row for an account or a pair that is written
 * anywhere but in Spark's own encrypted temporary files, an id, address or text that leaves the reading of its row. What
 * does leave it are numbers of this run, and the names of groups.
 */
@NullMarked
package org.afterword.spark;

import org.jspecify.annotations.NullMarked;
