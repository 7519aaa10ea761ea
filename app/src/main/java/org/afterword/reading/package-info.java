/**
 * Bytes to accounts: one small class per format, asked in one list, run in a child process without keys and
 * network.
 *
 * <p>What may not enter: the case. A reader sees bytes and a file name, and gives accounts and located warnings.
 */
@NullMarked
package org.afterword.reading;

import org.jspecify.annotations.NullMarked;
