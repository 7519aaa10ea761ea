package org.afterword.model;

import java.util.Optional;

/**
 * Where a message stands among others, in the ids that its source gives.
 *
 * @param id its own
 * @param thread of the conversation
 * @param parent of the message that it answers
 */
public record Threaded(Optional<String> id, Optional<String> thread, Optional<String> parent) {}
