package org.afterword.custody;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words. */
final class Reasons {
    private Reasons() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "it is no longer there";
            case AccessDeniedException denied -> "you may not read it";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> "the disk or network gave an error";
        };
    }
}
