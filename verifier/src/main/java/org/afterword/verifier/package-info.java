/**
 * Checks what left a case, without the case: bags and published sites. A small program of its own, for people who have
 * nothing of ours but what they were given.
 *
 * <p>What may not enter: anything but the JDK; anything that reads a case; anything that goes to the network.
 */
@NullMarked
package org.afterword.verifier;

import org.jspecify.annotations.NullMarked;
