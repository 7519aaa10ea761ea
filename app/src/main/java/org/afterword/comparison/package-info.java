/**
 * What is said of a group beside what is said of ordinary groups: counts beside counts, matched by vantage, with
 * intervals where there are enough people.
 *
 * <p>What may not enter: ratios, ranks and total scores of groups; numbers where a side has fewer than five people;
 * names and words of accounts.
 */
@NullMarked
package org.afterword.comparison;

import org.jspecify.annotations.NullMarked;
