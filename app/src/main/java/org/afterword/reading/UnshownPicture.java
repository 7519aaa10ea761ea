package org.afterword.reading;

import java.io.IOException;

/** A picture cannot be looked at, so nobody can say what would have to be covered in it. */
public final class UnshownPicture extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param why a clause: "a picture that is broken"
     */
    public UnshownPicture(String why) {
        super(why);
    }
}
