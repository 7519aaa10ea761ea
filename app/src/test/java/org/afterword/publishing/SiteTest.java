package org.afterword.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.afterword.page.Strings;
import org.junit.jupiter.api.Test;

class SiteTest {
    @Test
    void lookAtIt() throws IOException {
        Path dir = Files.createDirectories(Path.of("target", "example-site"));
        for (var file : ExampleSite.site()
                .files(Strings.of(Locale.ENGLISH), "https://weather.example/")
                .entrySet()) {
            Files.write(dir.resolve(file.getKey()), file.getValue());
        }
    }
}
