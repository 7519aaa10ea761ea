package org.afterword.publishing;

import java.util.Locale;

/**
 * Where a page of the site lies: made of small numbers alone, so that no address tells a name, a practice or an order
 * of the case. All pages lie in one folder, so an address is also a relative link.
 *
 * @param group the group's number on the site, from 1; 0 for pages that belong to none
 * @param number of the finding, or the account and its picture, from 1; 0 where the kind has only one
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
        METHOD,
        LEFT_OUT
    }

    static final Address START = new Address(Kind.START, 0, 0, 1);
    static final Address METHOD = new Address(Kind.METHOD, 0, 0, 1);
    static final Address LEFT_OUT = new Address(Kind.LEFT_OUT, 0, 0, 1);

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

    public Address part(int other) {
        return new Address(kind, group, number, other);
    }

    /** The file's name, such as {@code finding-1-03.html}. */
    public String file() {
        String stem = switch (kind) {
            case START -> "index";
            case GROUP -> "pathway-" + group;
            case FINDING -> String.format(Locale.ROOT, "finding-%d-%02d", group, number);
            case ACCOUNTS -> "accounts";
            case ACCOUNT -> String.format(Locale.ROOT, "account-%02d", number);
            case PICTURE -> String.format(Locale.ROOT, "picture-%02d", number);
            case METHOD -> "how-this-was-made";
            case LEFT_OUT -> "left-out";
        };
        return stem + (part > 1 ? "-part-" + part : "") + (kind == Kind.PICTURE ? ".png" : ".html");
    }
}
