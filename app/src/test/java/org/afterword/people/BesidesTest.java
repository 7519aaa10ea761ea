package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Metadatum;
import org.junit.jupiter.api.Test;

/** Names that stand only in a file's name, or in what it says besides its text. */
class BesidesTest {
    private static String shown(List<Find> finds) {
        return finds.stream()
                .map(find -> find.text() + "/" + find.kind())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Test
    void fileNames() {
        var wrong = new ArrayList<String>();
        for (String[] line : new String[][] {
            {"Letter from Wren Alder.docx", "Wren Alder/person"},
            {"wren.alder@example.org.mbox", "wren.alder@example.org/email"},
            {"WhatsApp Chat with Tovi Brannock.txt", "Tovi Brannock/person"},
            {"in/Users/wrenalder/Documents/scan0012.pdf", "wrenalder/handle"},
            {"Joanna_Marsh_statement.pdf", "Joanna Marsh/person"},
            {"box.zip!/letters/Joanna-Marsh-1998.txt", "Joanna Marsh/person"},
            {"WhatsApp Chat with +44 7700 900123.txt", "+44 7700 900123/phone"},
            {"IMG_20230512_101112.jpg", ""},
            {"scan0001.pdf", ""},
            {"export/messages.html", ""},
            {"Annual Report.docx", ""},
            {"conversations/general.json", ""}
        }) {
            String found = shown(Besides.file(line[0]));
            if (!found.equals(line[1])) {
                wrong.add(line[0] + " => " + found);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatAFileSaysBesides() {
        var wrong = new ArrayList<String>();
        for (String[] line : new String[][] {
            {"last-modified-by", "Wren Alder", "Wren Alder/person"},
            {"company", "Lantern Society", "Lantern Society/group"},
            {"camera-serial-number", "0024117", "0024117/number"},
            {"coordinates", "51.50740, -0.12780", "51.50740, -0.12780/number"},
            {
                "to",
                "\"Alder, Wren\" <wren@example.org>, Tovi Brannock <tovi@example.org>",
                "wren@example.org/email, Alder, Wren/person, tovi@example.org/email, Tovi Brannock/person"
            },
            {"x-originating-ip", "[192.0.2.17]", "192.0.2.17/number"},
            {"received-from", "wren-laptop.home (unknown [192.0.2.17])", "192.0.2.17/number, wren-laptop.home/link"},
            {"caption", "Joanna Marsh at the camp", "Joanna Marsh/person"},
            {"template", "/Users/wrenalder/Letters.dotx", "wrenalder/handle"},
            {"keywords", "notes, draft", ""}
        }) {
            String found = shown(Besides.find(new Metadatum(line[0], line[1]), Case.account("")));
            if (!found.equals(line[2])) {
                wrong.add(line[0] + " => " + found);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theListOfNamesHasThem() {
        Account account = Case.account("We left in spring.")
                .copy()
                .metadata(List.of(new Metadatum("last-modified-by", "Zorvin Quellbrook")))
                .account();
        var contents = new Case();
        contents.add(account, Case.account("Then zorvin quellbrook came.", Optional.empty(), List.of()));
        assertTrue(contents.named("Zorvin Quellbrook").by().equals("metadata:last-modified-by"));
        assertEquals(
                List.of("zorvin quellbrook"),
                contents.mentioned(
                        contents.accounts().skip(1).findFirst().orElseThrow(), contents.named("Zorvin Quellbrook")));
    }
}
