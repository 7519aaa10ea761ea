package org.afterword.page;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that never reach our pages: one sentence, no stack trace, nothing of them, and our headers. */
public final class Unreadable extends ErrorHandler {
    private final String policy;
    private final String sentence;

    /**
     * @param policy as {@link Headers#put} has it
     */
    public Unreadable(String policy, String sentence) {
        this.policy = policy;
        this.sentence = sentence;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        Headers.put(headers, policy);
        headers.put("Content-Type", "text/plain; charset=utf-8");
        Content.Sink.write(response, true, sentence + "\n", callback);
    }
}
