/**
 * The web workbench: on loopback, or for others who are let in by name.
 *
 * <p>What may not enter: rules; a page asks the rooms and records decisions.
 */
@NullMarked
package org.afterword.workbench;

import org.jspecify.annotations.NullMarked;
