package org.afterword.facts;

import org.afterword.model.Fact;
import org.afterword.model.Span;

/**
 * A fact in a sentence.
 *
 * @param score how sure, 0 to 1: set by the kind of words, not calibrated
 * @param why for the person who decides
 */
record Found(Span span, Fact fact, double score, String why) {}
