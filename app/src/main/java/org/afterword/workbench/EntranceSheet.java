package org.afterword.workbench;

import java.util.List;
import java.util.Optional;
import org.afterword.page.Page;

/**
 * What is shown as long as no case is open.
 *
 * @param wrong what did not work; empty if nothing was tried
 * @param name of the file
 * @param place the file's path
 * @param code to be written down; empty if there is none to show
 * @param there whether the file is there, and is to be opened
 * @param proposed words that would do as a passphrase
 */
public record EntranceSheet(
        Page page,
        String token,
        String wrong,
        String name,
        String place,
        Optional<Code> code,
        boolean there,
        String proposed) {
    /**
     * The recovery code.
     *
     * @param one which group is asked for, from 1
     * @param other the same
     * @param strength of the passphrase, in words
     */
    public record Code(List<String> groups, int one, int other, String strength) {
        @Override
        public String toString() {
            return "a recovery code";
        }
    }
}
