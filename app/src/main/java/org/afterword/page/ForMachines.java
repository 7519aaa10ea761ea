package org.afterword.page;

import java.util.Optional;

/**
 * What a page tells machines: a preview in a chat, a catalogue.
 *
 * @param kind of OpenGraph: {@code website} or {@code article}
 * @param description neutral, as the title: it may be shown on a locked screen
 * @param address where the page lies; empty if nobody said where the site lies
 * @param data JSON-LD, in which no {@code <} stands; empty where there is nothing to cite
 */
public record ForMachines(String kind, String description, Optional<String> address, Optional<String> data) {}
