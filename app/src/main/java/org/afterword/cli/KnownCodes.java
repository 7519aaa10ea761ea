package org.afterword.cli;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.afterword.coding.Codebooks;

/** The codes that can be meant, so that a mistyped one is not taken for one that nobody reported. */
final class KnownCodes {
    private KnownCodes() {}

    /**
     * @param besides codes of the case that the codebooks do not have
     * @throws UsageException if the code is none of them; it names those that are like it
     */
    static String known(String asked, Codebooks codebooks, Collection<String> besides) {
        var known = new TreeSet<String>(besides);
        codebooks.all().forEach(held -> held.book().codes().forEach(one -> known.add(one.id())));
        if (known.contains(asked)) {
            return asked;
        }
        String like = known.stream()
                .filter(one -> one.startsWith(asked)
                        || one.substring(one.indexOf('/') + 1).startsWith(asked))
                .collect(Collectors.joining(", "));
        throw new UsageException("there is no code '" + asked + "'; "
                + (like.isEmpty() ? "the codes are " + String.join(", ", known) : "those that begin so: " + like));
    }
}
