/**
 * The local web workbench on loopback.
 *
 * <p>What may not enter: rules; a page asks the rooms and records decisions.
 */
@NullMarked
package org.afterword.workbench;

import org.jspecify.annotations.NullMarked;
