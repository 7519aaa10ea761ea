package org.afterword.bench;

/** The least that Java can do. */
final class Hello {
    private Hello() {}

    @SuppressWarnings("SystemOut") // a program of one line
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
