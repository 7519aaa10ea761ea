package org.afterword.workbench;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that never reach our pages: one sentence, no stack trace, and our headers. */
final class Unreadable extends ErrorHandler {
    private static final String SENTENCE = "This request cannot be read. Nothing was changed.\n";

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        Door.headers(headers);
        headers.put("Content-Type", "text/plain; charset=utf-8");
        Content.Sink.write(response, true, SENTENCE, callback);
    }
}
