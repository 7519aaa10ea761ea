package org.afterword.search;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words that are known already, as Lucene takes them. */
final class Listed extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private List<String> words = List.of();
    private int next;

    void set(List<String> list) {
        words = list;
    }

    @Override
    public boolean incrementToken() {
        if (next == words.size()) {
            return false;
        }
        clearAttributes();
        term.append(words.get(next++));
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
