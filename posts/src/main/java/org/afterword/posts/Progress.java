package org.afterword.posts;

/** Hears how far it is. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (what, done) -> {};

    /**
     * @param what is being done, as words to be shown
     * @param done how much of it, 0 if that is not known
     */
    void step(String what, long done);
}
