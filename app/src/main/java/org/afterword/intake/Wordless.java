package org.afterword.intake;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that never reach our pages, and repeats nothing of them. */
final class Wordless extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        Headers.put(headers);
        headers.put("Content-Type", "text/plain; charset=utf-8");
        Content.Sink.write(response, true, "This request cannot be read. Nothing was kept.\n", callback);
    }
}
