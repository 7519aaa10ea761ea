/**
 * The command line: thin commands, and the one place that turns exceptions into messages and exit codes.
 *
 * <p>What may not enter: rules; a command asks {@link org.afterword.Case} and prints what comes back.
 */
@NullMarked
package org.afterword.cli;

import org.jspecify.annotations.NullMarked;
