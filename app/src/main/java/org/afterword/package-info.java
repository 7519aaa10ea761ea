/**
 * The whole way through the house, in one class: {@link org.afterword.Case} ties the rooms together, and is what the
 * command line and the workbench call.
 *
 * <p>What may not enter: rules of a room; words for the terminal.
 */
@NullMarked
package org.afterword;

import org.jspecify.annotations.NullMarked;
