package org.afterword;

/** Hears how long work goes on. */
public interface Progress {
    Progress SILENT = (what, done, total) -> {};

    /**
     * @param what the work, in a word or two ("keeping", "reading")
     * @param done how many are done
     * @param total of how many; 0 if it is not known
     */
    void step(String what, long done, long total);

    /** A file is in the case for good. */
    default void kept(String name) {}
}
