package org.afterword.publishing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** Waits for the disk once, instead of once for each of ten thousand files. Linux only (syncfs). */
final class Disk {
    private Disk() {}

    /**
     * Whether everything that was written on the file system of the folder so far now stands on the disk; where the system
     * has no such call, each file has to be waited for.
     */
    // a downcall throws nothing but errors
    @SuppressWarnings({"restricted", "IllegalCatch"})
    static boolean settle(Path folder) {
        Linker linker = Linker.nativeLinker();
        var find = linker.defaultLookup();
        if (find.find("syncfs").isEmpty()) {
            return false;
        }
        MethodHandle open = linker.downcallHandle(
                find.findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        var one = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        MethodHandle syncfs = linker.downcallHandle(find.findOrThrow("syncfs"), one);
        MethodHandle close = linker.downcallHandle(find.findOrThrow("close"), one);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(folder.toAbsolutePath().toString());
            int handle = (int) open.invokeExact(path, 0);
            if (handle < 0) {
                return false;
            }
            boolean settled = (int) syncfs.invokeExact(handle) == 0;
            int _ = (int) close.invokeExact(handle);
            return settled;
        } catch (Throwable e) {
            throw new IllegalStateException("a system call could not be made", e);
        }
    }
}
