package org.afterword.language;

/** The sentence model cannot run on this machine; everything that does not need it goes on. */
public final class EncoderUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    /** @param why one clear sentence for people, without the stop */
    public EncoderUnavailable(String why, Throwable cause) {
        super(why, cause);
    }

    public EncoderUnavailable(String why) {
        super(why);
    }
}
