package org.afterword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a letter to or from the inbox is for. */
public enum LetterKind {
    /** Somebody tells, or answers, or hands in files. */
    TOLD("told"),
    /** They take back what one letter brought, or all. */
    WITHDREW("withdrew"),
    /** They say what may be done with their words. */
    CONSENTED("consented"),
    /** They have read the protected text of an account, and agree to exactly that. */
    APPROVED("approved"),
    /** They have read it, and do not agree. */
    REFUSED("refused"),
    /** The archive writes to them. */
    ASKED("asked"),
    /** The archive shows them the protected text of an account. */
    SHOWN("shown"),
    /** A letter of the archive lies in their mailbox now. */
    DELIVERED("delivered"),
    /** What a letter of theirs asks to be done is done. */
    DONE("done"),
    /** Somebody of the archive has seen all that came until then. */
    SEEN("seen"),
    /** Nothing more is taken from the mailbox, from the next collection on. */
    BLOCKED("blocked"),
    /** It may write again. */
    LIFTED("lifted");

    /** Whether it is from those who write to the inbox. */
    public boolean comesIn() {
        return this == TOLD || this == WITHDREW || this == CONSENTED || this == APPROVED || this == REFUSED;
    }

    /** Whether the archive writes with it. */
    public boolean goesOut() {
        return this == ASKED || this == SHOWN;
    }

    /** Whether it only says that another letter was seen to. */
    public boolean seesTo() {
        return this == DELIVERED || this == DONE || this == SEEN;
    }

    private final String word;

    LetterKind(String word) {
        this.word = word;
    }

    @JsonCreator
    public static LetterKind parse(String text) {
        return Words.parse(LetterKind.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return word;
    }
}
