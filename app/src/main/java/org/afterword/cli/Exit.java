package org.afterword.cli;

/** The exit codes. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PROBLEM_FOUND = 3;
    static final int REFUSED = 4;
    static final int WRONG_PASSPHRASE = 5;

    private Exit() {}
}
