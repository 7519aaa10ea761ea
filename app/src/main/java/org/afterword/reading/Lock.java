package org.afterword.reading;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * Locks this process in, for good: from then on the kernel refuses it the network, other programs, other processes and
 * writing to files. It can still read files, use its open streams, memory and threads.
 *
 * <p>Linux on x86-64 and AArch64 only, by seccomp (kernel 3.17 or newer). Anywhere else nothing is closed but what the
 * Java flags close, and {@link #close()} says so.
 */
final class Lock {
    private static final int PR_SET_DUMPABLE = 4;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final long SECCOMP_SET_MODE_FILTER = 1;
    private static final long SECCOMP_FILTER_FLAG_TSYNC = 1;

    private Lock() {}

    /** Whether the kernel now refuses all of it; false means that nothing is refused. */
    static boolean close() {
        Optional<Syscalls> machine = Syscalls.of(
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                System.getProperty("os.arch", "").toLowerCase(Locale.ROOT));
        return machine.isPresent() && close(machine.get());
    }

    // without calls to the system there is nothing to lock with
    @SuppressWarnings("restricted")
    private static boolean close(Syscalls machine) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> syscall = linker.defaultLookup().find("syscall");
        if (syscall.isEmpty()) {
            return false;
        }
        MethodHandle call = linker.downcallHandle(
                syscall.get(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment program =
                    machine.program(arena, ProcessHandle.current().pid());
            boolean ready = call(call, machine.prctl(), PR_SET_NO_NEW_PRIVS, 1, 0) == 0
                    && call(call, machine.prctl(), PR_SET_DUMPABLE, 0, 0) == 0;
            return ready
                    && call(
                                    call,
                                    machine.seccomp(),
                                    SECCOMP_SET_MODE_FILTER,
                                    SECCOMP_FILTER_FLAG_TSYNC,
                                    program.address())
                            == 0;
        }
    }

    // invokeExact is declared to throw anything; a downcall throws nothing but errors
    @SuppressWarnings("IllegalCatch")
    private static long call(MethodHandle syscall, long number, long a, long b, long c) {
        try {
            return (long) syscall.invokeExact(number, a, b, c, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("a system call could not be made", e);
        }
    }
}
