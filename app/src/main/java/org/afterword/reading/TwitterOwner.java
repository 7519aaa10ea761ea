package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whose archive it is, as {@code account.js} beside the other parts says.
 *
 * @param id the number of the account
 */
record TwitterOwner(String id, String handle) {
    static Optional<TwitterOwner> of(Source source) {
        for (String path : new String[] {"account.js", "../data/account.js"}) {
            Optional<Source> beside = source.beside(path);
            if (beside.isPresent()) {
                byte[] head = beside.get().head();
                int start = new String(head, StandardCharsets.ISO_8859_1).indexOf('=') + 1;
                JsonNode account = JsonWalk.head(beside.get(), start).path(0).path("account");
                Optional<String> handle = Json.text(account, "username");
                if (handle.isPresent()) {
                    return Optional.of(
                            new TwitterOwner(account.path("accountId").asText(""), handle.get()));
                }
            }
        }
        return Optional.empty();
    }
}
