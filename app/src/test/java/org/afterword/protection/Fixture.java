package org.afterword.protection;

import java.util.List;
import org.afterword.people.Cluster;

final class Fixture {
    private Fixture() {}

    static Protection protection(ListContents contents) {
        List<Cluster> clusters = WordForms.clusters(contents);
        return new Protection(contents, clusters, new WordForms(clusters), ProtectionTest.secret());
    }
}
