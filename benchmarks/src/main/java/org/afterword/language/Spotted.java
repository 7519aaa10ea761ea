package org.afterword.language;

import java.util.List;
import java.util.Locale;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** How many marked persons were found exactly, how many touched, and how many finds of a person there were. */
record Spotted(int marked, int exact, int touched, int found) {

    /** A text with what the model made of it. */
    record Read(Marked marked, List<Encoded> encoded) {
        static Read of(Marked marked, Encoder encoder) {
            return new Read(marked, encoder.encode(marked.text(), Sentences.of(marked.text(), Locale.ROOT)));
        }
    }

    static Spotted of(List<Read> texts, NameTagger tagger, boolean recall) {
        var sum = new Spotted(0, 0, 0, 0);
        for (Read text : texts) {
            List<Span> found = tagger.find(text.marked().text(), text.encoded(), recall).stream()
                    .filter(one -> one.kind() == IdentityKind.PERSON)
                    .map(NameTagger.Tagged::span)
                    .toList();
            sum = sum.and(text.marked(), found);
        }
        return sum;
    }

    Spotted and(Marked text, List<Span> spans) {
        List<Span> persons = text.names().stream()
                .filter(name -> name.label() == 1)
                .map(Marked.Name::span)
                .toList();
        int hits = (int) persons.stream().filter(spans::contains).count();
        int near = (int) persons.stream()
                .filter(person -> spans.stream().anyMatch(person::overlaps))
                .count();
        return new Spotted(marked + persons.size(), exact + hits, touched + near, found + spans.size());
    }

    double f1() {
        return found + marked == 0 ? 0 : 2.0 * exact / (found + marked);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "F1 %.3f (precision %.3f, recall %.3f), touched %.3f of %d",
                f1(),
                found == 0 ? 0 : (double) exact / found,
                (double) exact / marked,
                (double) touched / marked,
                marked);
    }
}
