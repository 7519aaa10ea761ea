package org.afterword.publishing;

import java.io.IOException;
import org.afterword.model.Account;
import org.afterword.protection.PictureDecisions;
import org.afterword.protection.PictureProtection;
import org.afterword.protection.RedactedPicture;
import org.afterword.reading.UnshownPicture;

/** Pictures as strangers may see them: made by who has the exhibits' bytes. */
public interface Pictures {
    /** Where nobody can look at pictures: none is shown. */
    Pictures NONE = new Pictures() {
        @Override
        public RedactedPicture covered(Account account, PictureDecisions decided) throws UnshownPicture {
            throw new UnshownPicture("pictures are not looked at here");
        }

        @Override
        public PictureProtection.Looked look(String path, byte[] png) throws UnshownPicture {
            throw new UnshownPicture("pictures are not looked at here");
        }
    };

    /**
     * @param account that was read in the picture
     * @throws UnshownPicture if it cannot be looked at
     */
    RedactedPicture covered(Account account, PictureDecisions decided) throws IOException;

    /**
     * What can be read in a finished picture.
     *
     * @throws UnshownPicture if it cannot be looked at
     */
    PictureProtection.Looked look(String path, byte[] png) throws IOException;
}
