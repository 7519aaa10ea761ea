package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemOriginTest {
    @Test
    void pathsAreFoundFromTheFolderOfTheFileAndNeverOutOfItsContainer() {
        assertEquals(Optional.of("a/users.json"), ItemOrigin.resolve("a/b.json", "users.json"));
        assertEquals(Optional.of("users.json"), ItemOrigin.resolve("a/b.json", "../users.json"));
        assertEquals(Optional.empty(), ItemOrigin.resolve("a/b.json", "../../users.json"));
        assertEquals(Optional.of("x.zip!/users.json"), ItemOrigin.resolve("x.zip!/chan/1.json", "../users.json"));
        assertEquals(Optional.empty(), ItemOrigin.resolve("x.zip!/1.json", "../secret.txt"));
        assertEquals(Optional.of("x.zip!/media/1.jpg"), ItemOrigin.resolve("x.zip!/_chat.txt", "./media//1.jpg"));
    }
}
