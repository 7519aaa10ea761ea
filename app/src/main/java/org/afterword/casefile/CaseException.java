package org.afterword.casefile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with a case file. The message is for the person who sits there: what happened, what is safe, what
 * to do. It never has text of the case in it.
 */
public abstract sealed class CaseException extends IOException {
    private CaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Neither a passphrase nor the recovery code of this case. */
    public static final class WrongPassphrase extends CaseException {
        WrongPassphrase() {
            super(
                    "This passphrase does not open the case. The case is unharmed; try again, or use the recovery code.",
                    null);
        }

        WrongPassphrase(String message) {
            super(message, null);
        }
    }

    /** There is nothing at the path. */
    public static final class Missing extends CaseException {
        Missing() {
            super("There is no case at this path. Check the spelling, or create one with 'afterword new'.", null);
        }
    }

    /** There is something else at the path. */
    public static final class NotACase extends CaseException {
        NotACase(String what) {
            super("This is not a case file: " + what + ". Nothing was changed.", null);
        }
    }

    /** Something is where a new case was to be. */
    public static final class AlreadyThere extends CaseException {
        AlreadyThere() {
            super("There is already something at this path. It was left as it is; choose another name.", null);
        }
    }

    /** Another program, or another part of this one, holds the case. */
    public static final class InUse extends CaseException {
        InUse() {
            super(
                    "The case is open in another window or program. It is unharmed; close it there, then try again.",
                    null);
        }
    }

    /** Bytes are not what this program wrote. */
    public static final class Damaged extends CaseException {
        private final String where;

        Damaged(String where) {
            this(where, null);
        }

        Damaged(String where, @Nullable Throwable cause) {
            super(
                    "The case file is damaged: " + where
                            + ". Nothing was changed; keep this file, and take a copy from your backup.",
                    cause);
            this.where = where;
        }

        /** What is damaged: "log entry 12", "chunk 3 of item 0abc…". */
        public String where() {
            return where;
        }
    }

    /** Written by a newer version of the program, in a format that this one does not know. */
    public static final class TooNew extends CaseException {
        TooNew(int version) {
            super(
                    "The case has format version " + version
                            + ", which this version of Afterword cannot read. It is unharmed; install a newer one.",
                    null);
        }
    }

    /** It can be read but not written here. */
    public static final class ReadOnly extends CaseException {
        public ReadOnly(String why) {
            super(why + " It can be read; nothing was changed.", null);
        }
    }

    /** The disk is full. What was acknowledged before is safe. */
    public static final class NoSpace extends CaseException {
        NoSpace(@Nullable Throwable cause) {
            super(
                    "The disk is full. Everything saved before is safe, the last step was not saved;"
                            + " make room, then do it again.",
                    cause);
        }
    }

    /** The operating system does not let us write, or the disk fails. */
    public static final class CannotWrite extends CaseException {
        CannotWrite(@Nullable Throwable cause) {
            super(
                    "The case cannot be written here. Everything saved before is safe, the last step was not saved;"
                            + " check the folder's permissions and the disk.",
                    cause);
        }
    }

    /** The operating system does not let us read, or the disk fails. */
    public static final class CannotRead extends CaseException {
        CannotRead(@Nullable Throwable cause) {
            super(
                    "The case cannot be read here. Nothing was changed; check the file's permissions and the disk.",
                    cause);
        }
    }

    /** What was to be put into the case broke off while it was read. */
    public static final class SourceBroken extends CaseException {
        SourceBroken(Throwable cause) {
            super(
                    "What was to be added could not be read to its end. The case is unharmed; nothing of it was kept.",
                    cause);
        }
    }

    /** An age file that is none, or was sealed for somebody else. */
    public static final class NotForUs extends CaseException {
        NotForUs(Throwable cause) {
            super(
                    "This file was not encrypted for this case, or is damaged at its beginning. The case is unharmed;"
                            + " ask for a copy that is encrypted for the case's own recipient.",
                    cause);
        }
    }

    /** Ways into the case would be lost, or cannot be carried over to a new key. */
    public static final class KeysKept extends CaseException {
        KeysKept(String why) {
            super(why, null);
        }
    }
}
