package org.afterword.posts.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.Paper.example/a/?utm_source=x&id=7&fbclid=y#part, paper.example/a?id=7",
        "http://paper.example:80/a?id=7, paper.example/a?id=7",
        "https://m.paper.example/a/amp/, paper.example/a",
        "https://amp.paper.example/a.amp.html, paper.example/a.html",
        "https://en.m.wikipedia.org/wiki/Rowing, en.wikipedia.org/wiki/Rowing",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fa%3Fb%3D1&h=AT0, paper.example/a?b=1",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fpaper.example%2F&usg=x, paper.example",
        "https://www.google.com/amp/s/paper.example/a/amp, paper.example/a",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/a.amp, paper.example/a",
        "https://youtu.be/abcDEF?si=x, youtube.com/watch?v=abcDEF",
        "https://www.youtube.com/watch?feature=share&v=abcDEF, youtube.com/watch?v=abcDEF",
        "https://x.com/ada/status/1?s=20, twitter.com/ada/status/1",
        "https://paper.example/?b=2&a=1, paper.example?a=1&b=2",
        "https://paper.example/#!/a, paper.example/#!/a",
        "https://www.google.com/search?q=https, google.com/search?q=https",
        "www.example, www.example",
        "no address, no address",
    })
    void hasOneForm(String address, String canonical) {
        assertEquals(canonical, Urls.canonical(address));
        assertEquals(canonical, Urls.canonical(canonical), "it stays as it is");
    }
}
