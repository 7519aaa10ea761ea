package org.afterword.intake;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.afterword.page.Multipart;

/** A small form without files, as it stands in a request's body; addresses are not looked at. */
record Form(Map<String, String> values) {
    private static final int MOST = 1 << 17;

    Form {
        values = Map.copyOf(values);
    }

    /**
     * @throws Shut if it is no form
     */
    static Form of(Context request) throws IOException {
        byte[] body;
        try (InputStream in = request.req().getInputStream()) {
            body = in.readNBytes(MOST + 1);
        }
        if (body.length > MOST) {
            throw new Multipart.TooLarge();
        }
        var values = new HashMap<String, String>();
        try {
            for (String field : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    values.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Shut("error.form");
        } finally {
            Arrays.fill(body, (byte) 0);
        }
        return new Form(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "a form";
    }
}
