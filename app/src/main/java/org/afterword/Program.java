package org.afterword;

/** What this program calls itself. */
public final class Program {
    public static final String VERSION = "0.1.0";
    public static final String NAME_AND_VERSION = "afterword/" + VERSION;

    private Program() {}
}
