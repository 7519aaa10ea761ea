package org.afterword.protection;

final class Fixture {
    private Fixture() {}

    static Protection protection(ListContents contents) {
        return Protection.of(contents, ProtectionTest.secret());
    }
}
