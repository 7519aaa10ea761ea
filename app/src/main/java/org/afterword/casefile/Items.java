package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import org.afterword.model.Id;

/** Where the bytes of items come from. */
interface Items {
    /**
     * @throws IOException if there is no such item, or it is damaged
     */
    InputStream open(Id item) throws IOException;
}
