/**
 * The command line: thin commands, and the one place that turns exceptions into messages and exit codes.
 */
@NullMarked
package org.afterword.cli;

import org.jspecify.annotations.NullMarked;
