package org.afterword.model;

/**
 * A stretch of a text.
 *
 * @param start first UTF-16 code unit, from 0
 * @param end the code unit after the last; {@code end >= start}
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /**
     * @throws IndexOutOfBoundsException if the span reaches past the text
     */
    public String of(String text) {
        return text.substring(start, end);
    }

    @Override
    public int compareTo(Span other) {
        int first = Integer.compare(start, other.start);
        return first != 0 ? first : Integer.compare(end, other.end);
    }
}
