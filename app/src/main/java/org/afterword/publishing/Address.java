package org.afterword.publishing;

/**
 * Where a page of the site lies: made of small numbers alone, so that no address tells a name, a practice or an order
 * of the case. All pages lie in one folder, so an address is also a relative link.
 *
 * @param group the group's number on the site, from 1; 0 for pages that belong to none; for a citation a number that
 *     stays the group's, whatever comes to the site
 * @param number of the finding, or the account and its picture, from 1; the code point of an index's letter; 0 where the
 *     kind has only one
 * @param part from 1, where a page was too long for one
 */
public record Address(Kind kind, int group, int number, int part) {
    public enum Kind {
        START,
        GROUP,
        FINDING,
        ACCOUNTS,
        ACCOUNT,
        PICTURE,
        ASK,
        METHOD,
        LEFT_OUT,
        SEARCH,
        INDEX,
        CITE,
        CORRECTED
    }

    static final Address START = new Address(Kind.START, 0, 0, 1);
    static final Address ASK = new Address(Kind.ASK, 0, 0, 1);
    static final Address METHOD = new Address(Kind.METHOD, 0, 0, 1);
    static final Address LEFT_OUT = new Address(Kind.LEFT_OUT, 0, 0, 1);

    static final Address SEARCH = search(1);
    public static final Address CORRECTED = new Address(Kind.CORRECTED, 0, 0, 1);

    static Address group(int group) {
        return new Address(Kind.GROUP, group, 0, 1);
    }

    static Address finding(int group, int number) {
        return new Address(Kind.FINDING, group, number, 1);
    }

    public static Address accounts(int part) {
        return new Address(Kind.ACCOUNTS, 0, 0, part);
    }

    static Address account(int number) {
        return new Address(Kind.ACCOUNT, 0, number, 1);
    }

    /** Of the picture in which the account was read. */
    static Address picture(Address account) {
        return new Address(Kind.PICTURE, 0, account.number(), 1);
    }

    /** Where one searches. */
    public static Address search(int part) {
        return new Address(Kind.SEARCH, 0, 0, part);
    }

    /** The words that begin with a letter; its code point, in lower case. */
    static Address index(int letter) {
        return new Address(Kind.INDEX, 0, letter, 1);
    }

    /**
     * Where a finding is cited: the same in every publication of the case.
     *
     * @param lasting a number that is the group's
     */
    static Address cite(int lasting, int number) {
        return new Address(Kind.CITE, lasting, number, 1);
    }

    public Address part(int other) {
        return new Address(kind, group, number, other);
    }

    /** The file's name, such as {@code finding-1-03.html}. */
    public String file() {
        String stem = switch (kind) {
            case START -> "index";
            case GROUP -> "pathway-" + group;
            case FINDING -> "finding-" + group + "-" + two(number);
            case ACCOUNTS -> "accounts";
            case ACCOUNT -> "account-" + two(number);
            case PICTURE -> "picture-" + two(number);
            case ASK -> "what-to-ask";
            case METHOD -> "how-this-was-made";
            case LEFT_OUT -> "left-out";
            case SEARCH -> "search";
            case INDEX -> "index-" + (number >= 'a' && number <= 'z' ? Character.toString(number) : "u" + number);
            case CITE -> "cite-" + group + "-" + two(number);
            case CORRECTED -> "corrected";
        };
        return stem + (part > 1 ? "-part-" + part : "") + (kind == Kind.PICTURE ? ".png" : ".html");
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
