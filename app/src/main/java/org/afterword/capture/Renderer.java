package org.afterword.capture;

import java.io.IOException;

/** Shows a page that was fetched. */
interface Renderer {
    /**
     * @param url where the page is now
     * @param session gives every answer that the page asks for
     * @throws IOException if the browser fails; what was fetched is unharmed
     */
    Rendered render(WebAddress url, Session session) throws IOException;
}
