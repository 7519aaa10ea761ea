/**
 * What was measured, as files: JSON, CSV and a page.
 *
 * <p>What may not enter: an account, a pair of accounts, a text, an address, the time of a post (of a
 * burst of ten accounts and more only its day), who was asked about, the hour of the run.
 */
@NullMarked
package org.afterword.posts.report;

import org.jspecify.annotations.NullMarked;
