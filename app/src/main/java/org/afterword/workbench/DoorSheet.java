package org.afterword.workbench;

import org.afterword.page.Page;

/**
 * The page of the door, where a case is served to others.
 *
 * @param token of the form that leaves; empty for the one that enters
 * @param user who is here; empty if nobody is yet
 * @param wrong why they were not let in, or have the passphrase that they had; empty if they have not tried
 * @param done what was done, a sentence; empty if nothing was
 */
public record DoorSheet(Page page, String token, String user, String wrong, String done) {}
