package org.afterword.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times work and whole processes. */
final class Timing {
    private Timing() {}

    interface Work {
        void run() throws IOException;
    }

    /**
     * @return seconds
     */
    static double once(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** The median of so many runs, in seconds; a first run that is not counted warms up. */
    static double median(int runs, Work work) throws IOException {
        work.run();
        return medianCold(runs, work);
    }

    static double medianCold(int runs, Work work) throws IOException {
        var seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            seconds[i] = once(work);
        }
        return median(seconds);
    }

    static double median(double... seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Runs a program to its end; its output is thrown away. */
    static void process(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("a measured program failed: " + command.getLast());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static List<String> java(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
