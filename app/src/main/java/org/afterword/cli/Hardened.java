package org.afterword.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/**
 * Keeps other programs of the same user, and the reading child, from looking into this process: its memory, and the
 * environment in which a passphrase may stand. Linux only (prctl); elsewhere nothing is done.
 */
final class Hardened {
    private static final int PR_SET_DUMPABLE = 4;

    private Hardened() {}

    /** Whether the kernel now refuses such looks. */
    // without a call to the system there is nothing to close; a downcall throws nothing but errors
    @SuppressWarnings({"restricted", "IllegalCatch"})
    static boolean close() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")) {
            return false;
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("prctl")
                .map(prctl -> linker.downcallHandle(
                        prctl,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG),
                        Linker.Option.firstVariadicArg(1)))
                .map(prctl -> {
                    try {
                        return (int) prctl.invokeExact(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L) == 0;
                    } catch (Throwable e) {
                        throw new IllegalStateException("a system call could not be made", e);
                    }
                })
                .orElse(false);
    }
}
