package org.afterword.spark;

import java.util.Arrays;
import org.afterword.posts.read.Veil;

/**
 * Accounts in the order that is the same in every run. Do not change the array.
 *
 * @param order where each stands, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Accounts(long[] order, Veil veil) {
    /**
     * @param numbers of accounts in this run, each once
     */
    static Accounts of(long[] numbers, Rowed rowed) {
        Veil veil = rowed.veil();
        return new Accounts(Arrays.stream(numbers).map(veil::order).sorted().toArray(), veil);
    }

    int size() {
        return order.length;
    }

    /** The place of an account, from 0. */
    int place(long number) {
        return Arrays.binarySearch(order, veil.order(number));
    }
}
