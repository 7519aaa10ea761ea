package org.afterword.verifier;

import java.util.regex.Pattern;

/** Where things lie in a bag ({@code docs/bag.md}). Names are relative, with {@code /} between folders. */
public final class Bag {
    public static final String DECLARATION = "bagit.txt";
    public static final String DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    public static final String INFO = "bag-info.txt";
    public static final String MANIFEST = "manifest-sha256.txt";
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    public static final String PAYLOAD = "data/";
    public static final String CRATE = "data/ro-crate-metadata.json";

    /** The signed note: of the log, or with {@link #FORM} of what is protected. */
    public static final String CHECKPOINT = "checkpoint.txt";

    /** The key that signed it, in the text form of signed notes. */
    public static final String KEY = "key.txt";

    public static final String VERIFY = "VERIFY.md";
    public static final String COMMITMENTS = "data/commitments.txt";

    /** The fourth line of the note of a bag in which nothing lies as it came. */
    public static final String FORM = "afterword/bag/v1";

    static final Pattern EXHIBIT = Pattern.compile("data/exhibits/([0-9a-z]{26})/[^/]+");

    private Bag() {}

    /**
     * @param id the exhibit's
     * @param name of the file, safe on every system
     */
    public static String exhibit(String id, String name) {
        return "data/exhibits/" + id + "/" + name;
    }

    /** That the entry which brought the exhibit is in the signed log. */
    public static String proof(String id) {
        return "proofs/" + id + ".tlog-proof";
    }

    /** The entry which brought the exhibit, with its hash opened. */
    public static String entry(String id) {
        return "proofs/" + id + ".json";
    }

    /**
     * @param number of the stamp, from 1
     * @param what "checkpoint.txt", "growth.txt", "roots.pem"
     */
    public static String stamp(int number, String what) {
        return "stamps/" + number + "-" + what;
    }

    public static String stampRequest(int number) {
        return "stamps/" + number + ".tsq";
    }

    public static String stampResponse(int number) {
        return "stamps/" + number + ".tsr";
    }
}
