package org.afterword.page;

import org.eclipse.jetty.http.HttpFields;

/** What every answer of a server of ours says to browsers. */
public final class Headers {
    private Headers() {}

    /**
     * @param policy the content security policy
     */
    public static void put(HttpFields.Mutable headers, String policy) {
        headers.put("Content-Security-Policy", policy);
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
