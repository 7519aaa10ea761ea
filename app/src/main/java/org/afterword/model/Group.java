package org.afterword.model;

/**
 * What the accounts tell of.
 *
 * @param name as the archivist typed it
 * @param baseline whether it is an ordinary group, there to be set beside the others
 */
public record Group(Id id, String name, boolean baseline) {}
