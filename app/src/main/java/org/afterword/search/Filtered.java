package org.afterword.search;

import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Lets those through of which somebody else says so, asked of nothing that has not the words. */
final class Filtered extends Query {
    private final IntPredicate takes;

    /**
     * @param takes asked for the number of a passage in the whole index
     */
    Filtered(IntPredicate takes) {
        this.takes = takes;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) {
                int most = context.reader().maxDoc();
                DocIdSetIterator all = DocIdSetIterator.all(most);
                var some = new TwoPhaseIterator(all) {
                    @Override
                    public boolean matches() {
                        return takes.test(context.docBase + approximation.docID());
                    }

                    @Override
                    public float matchCost() {
                        return 100;
                    }
                };
                return ConstantScoreScorerSupplier.fromIterator(
                        TwoPhaseIterator.asDocIdSetIterator(some), score(), mode, most);
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public String toString(String field) {
        return "filtered";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
