package org.afterword.reading;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of Linux system calls on one machine, and the filter (classic BPF over {@code struct seccomp_data}) that
 * refuses those that a reader has no use for. Numbers: the kernel's {@code arch/x86/entry/syscalls/syscall_64.tbl} and
 * {@code include/uapi/asm-generic/unistd.h}.
 *
 * @param audit the machine's AUDIT_ARCH value
 * @param openat its flags are the third argument
 * @param open its flags are the second argument; -1 where there is no such call
 * @param fork clone: its flags are the first argument; threads only
 * @param missing calls whose arguments a filter cannot see: answered with ENOSYS, so that libraries take the older call
 * @param denied answered with EACCES
 */
record Syscalls(
        int audit,
        int prctl,
        int seccomp,
        int open,
        int openat,
        int fork,
        int tgkill,
        List<Integer> missing,
        List<Integer> denied) {
    private static final int CLONE3 = 435;
    private static final int OPENAT2 = 437;
    private static final Syscalls X86_64 =
            new Syscalls(0xC000003E, 157, 317, 2, 257, 56, 234, List.of(CLONE3, OPENAT2), numbers("""
                    # sockets: from socket to recvmmsg
                    41 42 43 44 45 46 47 48 49 50 53 288 299 307
                    # fork, vfork, execve, execveat
                    57 58 59 322
                    # other processes: ptrace, their memory, pidfd, kill, tkill, signals with a value
                    101 310 311 312 424 434 438 440 62 200 129 297
                    # files: creat, truncate, rename, make and remove folders, links, nodes
                    85 76 77 285 82 264 316 83 258 84 87 263 86 265 88 266 133 259
                    # files: modes, owners, times, attributes
                    90 91 268 452 92 93 94 260 132 235 261 280 188 189 190 197 198 199
                    # io_uring, which goes round filters
                    425 426 427
                    # shared memory, semaphores, message queues
                    29 30 31 64 65 68 69 240 241
                    # the machine: mounts, namespaces, perf, bpf, keys, memfd, logs, modules, swap
                    165 166 155 161 272 308 298 321 323 248 249 250 319 103 246 175 313 169 167 168
                    """));
    private static final Syscalls AARCH64 =
            new Syscalls(0xC00000B7, 167, 277, -1, 56, 220, 131, List.of(CLONE3, OPENAT2), numbers("""
                    # the same, where this machine has them
                    198 199 200 201 202 203 206 207 208 211 212 242 243 269 221 281 117 270 271 272 424 434
                    438 440 129 130 138 240 45 46 47 38 276 37 35 36 34 33 52 53 452 54 55 88 5 6 7 14 15 16
                    425 426 427 194 195 196 190 191 193 186 187 188 189 180 181 40 39 41 51 97 268 241 280
                    282 217 218 219 279 116 104 105 273 142 224 225
                    """));

    private static final int ALLOW = 0x7FFF0000;
    private static final int EACCES = 0x00050000 | 13;
    private static final int ENOSYS = 0x00050000 | 38;
    private static final int LOAD = 0x20;
    private static final int EQUAL = 0x15;
    private static final int AT_LEAST = 0x35;
    private static final int ANY_BIT = 0x45;
    private static final int RETURN = 0x06;
    private static final int NUMBER = 0;
    private static final int MACHINE = 4;
    private static final int ARGUMENTS = 16;
    private static final int CLONE_THREAD = 0x00010000;
    /** O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, and the bit that only O_TMPFILE has. */
    private static final int WRITING = 1 | 2 | 0x40 | 0x200 | 0x400 | 0x400000;
    /** The numbers of the x32 calls begin here. */
    private static final int X32 = 0x40000000;

    private record Instruction(int code, int then, int otherwise, int value) {}

    private static List<Integer> numbers(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.strip().split(" +")))
                .map(Integer::valueOf)
                .toList();
    }

    static Optional<Syscalls> of(String system, String machine) {
        if (!system.equals("linux")) {
            return Optional.empty();
        }
        return switch (machine) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    /**
     * @param process the only one to which signals may be sent
     * @return a {@code struct sock_fprog}
     */
    MemorySegment program(Arena arena, long process) {
        var code = new ArrayList<Instruction>();
        code.add(new Instruction(LOAD, 0, 0, MACHINE));
        code.add(new Instruction(EQUAL, 1, 0, audit));
        code.add(new Instruction(RETURN, 0, 0, EACCES));
        code.add(new Instruction(LOAD, 0, 0, NUMBER));
        code.add(new Instruction(AT_LEAST, 0, 1, X32));
        code.add(new Instruction(RETURN, 0, 0, EACCES));
        for (int number : denied) {
            code.add(new Instruction(EQUAL, 0, 1, number));
            code.add(new Instruction(RETURN, 0, 0, EACCES));
        }
        for (int number : missing) {
            code.add(new Instruction(EQUAL, 0, 1, number));
            code.add(new Instruction(RETURN, 0, 0, ENOSYS));
        }
        argument(code, openat, 2, ANY_BIT, WRITING, false);
        if (open >= 0) {
            argument(code, open, 1, ANY_BIT, WRITING, false);
        }
        argument(code, fork, 0, ANY_BIT, CLONE_THREAD, true);
        argument(code, tgkill, 0, EQUAL, (int) process, true);
        code.add(new Instruction(RETURN, 0, 0, ALLOW));
        return laidOut(arena, code);
    }

    /** For one call: allowed or refused by the lower half of one argument. */
    private static void argument(
            List<Instruction> code, int number, int argument, int test, int value, boolean allowedIfTrue) {
        code.add(new Instruction(EQUAL, 0, 4, number));
        code.add(new Instruction(LOAD, 0, 0, ARGUMENTS + 8 * argument));
        code.add(new Instruction(test, allowedIfTrue ? 1 : 0, allowedIfTrue ? 0 : 1, value));
        code.add(new Instruction(RETURN, 0, 0, EACCES));
        code.add(new Instruction(RETURN, 0, 0, ALLOW));
    }

    private static MemorySegment laidOut(Arena arena, List<Instruction> code) {
        MemorySegment instructions = arena.allocate(8L * code.size(), 8);
        for (int i = 0; i < code.size(); i++) {
            Instruction instruction = code.get(i);
            long at = 8L * i;
            instructions.set(ValueLayout.JAVA_SHORT, at, (short) instruction.code());
            instructions.set(ValueLayout.JAVA_BYTE, at + 2, (byte) instruction.then());
            instructions.set(ValueLayout.JAVA_BYTE, at + 3, (byte) instruction.otherwise());
            instructions.set(ValueLayout.JAVA_INT, at + 4, instruction.value());
        }
        MemorySegment program = arena.allocate(16, 8);
        program.set(ValueLayout.JAVA_SHORT, 0, (short) code.size());
        program.set(ValueLayout.ADDRESS, 8, instructions);
        return program;
    }
}
