package org.afterword.casefile;

/** The right to be the only one who writes into a case, until it is given back. */
@FunctionalInterface
public interface Claim extends AutoCloseable {
    @Override
    void close();
}
