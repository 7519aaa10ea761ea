package org.afterword.casefile;

/** Hears how far the looking at a case has come, from several threads at once; what it throws ends the looking. */
public interface Looking {
    Looking UNHEARD = (done, total) -> {};

    void at(long done, long total);
}
