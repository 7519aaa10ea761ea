package org.afterword.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.afterword.posts.read.BadInput;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a user named: a file or a folder of files of one form, on any file system that Hadoop reaches.
 *
 * @param name without the folders above
 * @param form of its files, as the first of them shows it
 * @param files their addresses, sorted
 * @param bytes of all of them
 */
record Input(String name, Form form, List<String> files, long bytes) {
    /** How a file is read. */
    enum Form {
        PARQUET,
        JSON_LINES,
        WHOLE
    }

    private static final int MAGIC = 4;

    /**
     * @throws BadInput if there is nothing to read
     * @throws IOException if it cannot be looked at
     */
    static Input of(String named, Configuration hadoop) throws IOException {
        var path = new Path(named);
        FileSystem system = path.getFileSystem(hadoop);
        FileStatus[] found = system.globStatus(path);
        var files = new ArrayList<FileStatus>();
        for (FileStatus one : found == null ? new FileStatus[0] : found) {
            gather(system, one, files);
        }
        if (files.isEmpty()) {
            throw new BadInput(named + " is not there, or holds no files.");
        }
        files.sort(Comparator.comparing(file -> file.getPath().toString()));
        return new Input(
                path.getName(),
                form(system, files.getFirst().getPath()),
                files.stream().map(file -> file.getPath().toString()).toList(),
                files.stream().mapToLong(FileStatus::getLen).sum());
    }

    /** Names that begin with a dot or an underscore are those of other programs' notes. */
    private static void gather(FileSystem system, FileStatus at, List<FileStatus> files) throws IOException {
        if (at.isDirectory()) {
            for (FileStatus inside : system.listStatus(at.getPath())) {
                String name = inside.getPath().getName();
                if (!name.startsWith("_") && !name.startsWith(".")) {
                    gather(system, inside, files);
                }
            }
        } else if (at.getLen() > 0) {
            files.add(at);
        }
    }

    private static Form form(FileSystem system, Path file) throws IOException {
        var magic = new byte[MAGIC];
        int length;
        try (FSDataInputStream in = system.open(file)) {
            length = in.readNBytes(magic, 0, MAGIC);
        }
        String start = new String(magic, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.equals("PAR1")) {
            return Form.PARQUET;
        }
        String name = file.getName().toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(".gz") || name.endsWith(".zst");
        return !packed && start.startsWith("{") ? Form.JSON_LINES : Form.WHOLE;
    }
}
