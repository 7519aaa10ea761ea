package org.afterword.publishing;

/**
 * Numbers of places, for the index of words, in the order of the pages. A place's number follows from its page's address
 * and its own commitment alone, so that it stays the same when other places come or go. They are numbers because letters
 * might spell a short name, and be taken for a leak.
 */
final class Keys {
    /** How many places of one group, one finding or one account have numbers of their own. */
    private static final int SLOTS = 100_000;
    /** More practices than a codebook has. */
    private static final int NUMBERS = 1_000;

    private final int groups;

    /**
     * @param groups how many the site has
     */
    Keys(int groups) {
        this.groups = groups;
    }

    long of(Shown.Group group) {
        return number(group.address().group(), 0);
    }

    long of(Shown.Finding finding) {
        Address at = finding.address();
        return number(groups + (at.group() - 1) * NUMBERS + at.number(), 0);
    }

    long of(Shown.Finding finding, Shown.Passage passage) {
        int by = Integer.parseInt(passage.commitment().hex(), 0, 6, 16);
        return of(finding) + 1 + by % (SLOTS - 1);
    }

    long of(Shown.Account account) {
        Address at = account.address();
        return number(groups * (NUMBERS + 1) + at.number(), 2 * (at.part() - 1));
    }

    private static long number(int page, int slot) {
        return (long) page * SLOTS + slot;
    }
}
