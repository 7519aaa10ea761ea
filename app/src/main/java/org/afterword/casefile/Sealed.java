package org.afterword.casefile;

/** A small encrypted record: its wrapped key and its one chunk. */
@SuppressWarnings("ArrayRecordComponent") // a row on its way; never compared
record Sealed(byte[] wrap, byte[] bytes) {}
