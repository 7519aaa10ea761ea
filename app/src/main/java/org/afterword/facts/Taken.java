package org.afterword.facts;

import java.util.Optional;

/**
 * Pieces of a line that belong to one expression.
 *
 * @param found empty if it is no fact: denied, an age, a habit
 * @param next the piece after it
 */
record Taken(Optional<Found> found, int next) {}
