package org.afterword.facts;

import org.junit.jupiter.api.Test;

class FactQualityTest {
    @Test
    void development() {
        System.out.println(Measured.of(MarkedFacts.of("held-out")).byType);
        System.out.println(Measured.of(MarkedFacts.of("development")));
    }
}
