package org.afterword.reading;

import static org.afterword.reading.Fixtures.only;
import static org.afterword.reading.Fixtures.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppStampTest {
    private static Optional<When> when(String stamp) {
        Found found = read("chat.txt", (stamp + " Wren: Hello\n").getBytes(StandardCharsets.UTF_8));
        assertEquals("whatsapp/1", found.reader());
        Account account = only(found);
        assertEquals("Wren", account.speakers().getFirst().name());
        assertEquals(0, found.balance().orElseThrow().missing());
        assertEquals(1, found.balance().orElseThrow().expected());
        return account.turns().getFirst().date();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-31, 18:02 - | 2024-01-31T18:02",
                "2024-01-31 18:02 - | 2024-01-31T18:02",
                "31.01.24, 18:02 - | 2024-01-31T18:02",
                "1/31/24, 6:02\u202fPM - | 2024-01-31T18:02",
                "1/31/24, 12:02\u202fAM - | 2024-01-31T00:02",
                "[31/01/2024, 18:02:11] | 2024-01-31T18:02:11",
                "\u200e[31/01/2024, 18:02:11] | 2024-01-31T18:02:11",
                "[31/1/24, 6:02:11 p.\u00a0m.] | 2024-01-31T18:02:11",
                "31/1/24, 6:02 p. m. - | 2024-01-31T18:02",
                "31/1/2024 6:02 a. m. - | 2024-01-31T06:02",
                "31/01/24 18:02 - | 2024-01-31T18:02",
                "31-01-24 18:02 - | 2024-01-31T18:02",
                "31-01-2024 18:02 - | 2024-01-31T18:02",
                "31.01.2024 18:02 - | 2024-01-31T18:02",
                "31. 1. 2024 18:02 - | 2024-01-31T18:02",
                "2024. 01. 31. 18:02 - | 2024-01-31T18:02",
                "2024. 1. 31. 오후 6:02 - | 2024-01-31T18:02",
                "2024/1/31 下午6:02 - | 2024-01-31T18:02",
                "31/01/24, 6:02 अपराह्न - | 2024-01-31T18:02",
                "31/01/24, 6:02 pm - | 2024-01-31T18:02",
                "31/01/2024 ÖS 6:02 - | 2024-01-31T18:02",
                "31.01.24, 6:02 nachm. - | 2024-01-31T18:02",
                "31.01.2024 kl. 18.02 - | 2024-01-31T18:02",
                "31.1.2024 klo 18.02 - | 2024-01-31T18:02",
                "31.01.24 г., 18:02 ч. - | 2024-01-31T18:02",
                "\u200f٣١\u200f/١\u200f/٢٠٢٤، ٦:٠٢ م - | 2024-01-31T18:02",
                "[\u200f٣١\u200f/١\u200f/٢٠٢٤، ٦:٠٢:١١ م] | 2024-01-31T18:02:11",
                "۱۴۰۲/۱۱/۱۱, ۱۸:۰۲ - | 2024-01-31T18:02",
                "31/1/2567 18:02 - | 2024-01-31T18:02",
                "31/01/24 18h02 - | 2024-01-31T18:02",
            })
    void oneMoment(String stamp, LocalDateTime moment) {
        Optional<When> when = when(stamp);
        assertEquals(Optional.of(moment), when.flatMap(When::earliest));
        LocalDateTime last = moment.getSecond() == 0 ? moment.withSecond(59) : moment;
        assertEquals(Optional.of(last), when.flatMap(When::latest));
        assertEquals(Optional.empty(), when.flatMap(When::zone));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3/4/24, 18:02 - | 2024-03-04T18:02 | 2024-04-03T18:02",
                "[03/04/2024, 18:02:11] | 2024-03-04T18:02:11 | 2024-04-03T18:02:11",
                "٣/٤/٢٠٢٤، ٦:٠٢ م - | 2024-03-04T18:02 | 2024-04-03T18:02",
            })
    void twoDaysOfWhichOneIsMeant(String stamp, LocalDateTime first, LocalDateTime last) {
        Optional<When> when = when(stamp);
        assertEquals(Optional.of(first), when.flatMap(When::earliest));
        assertEquals(Optional.of(last), when.flatMap(When::latest));
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/0000",
        "31/12/9999",
        "99/99/2020",
        "00/00/00",
    })
    void noDay(String day) {
        Found found = read("chat.txt", (day + ", 10:00 - Wren: Hello\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), only(found).turns().getFirst().date().flatMap(When::earliest));
        assertTrue(found.warnings().stream().anyMatch(one -> one.where().equals("line 1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mensagem apagada",
                "Você apagou essa mensagem",
                "Questo messaggio è stato eliminato",
                "Dit bericht is verwijderd",
                "Bu mesaj silindi",
                "Данное сообщение удалено",
                "Se eliminó este mensaje.",
                "تم حذف هذه الرسالة",
                "<Mídia oculta>",
                "<Media omessi>",
                "<Media weggelaten>",
                "<Без медиафайлов пропущено>",
                "<Medya dahil edilmedi>",
                "<Multimedia omitido>",
                "\u200eimagen omitida",
                "\u200e<adjunto: 00000012-PHOTO-2024-01-31-18-02-11.jpg>",
                "DOC-20240131-WA0001.pdf (arquivo anexado)",
                "The rules, new.pdf (file attached)",
                "\u200eVideo call, 12 min",
            })
    void whatStandsInThePlaceOfAMessage(String said) {
        Found found =
                read("chat.txt", ("[31/01/2024, 18:02:11] Wren: " + said + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(Turn.Voice.SYSTEM, only(found).turns().getFirst().voice());
        assertEquals("Wren", only(found).speakers().getFirst().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I was omitted",
                "They said: this message was deleted, and I saw it",
                "\u200eHello",
                "Attached to them still",
                "I wrote 12.30 - 13.00 in my book",
                "image of a lamp",
                "See lamp.jpg",
            })
    void whatIsAMessage(String said) {
        Found found =
                read("chat.txt", ("[31/01/2024, 18:02:11] Wren: " + said + "\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(Turn.Voice.OWN, only(found).turns().getFirst().voice());
    }

    @Test
    void marksOfWritingFromRightToLeftStayOutOfNames() {
        Found found = read(
                "chat.txt",
                "\u200f[31/01/2024, 18:02:11] \u200e\u202aWren\u202c: שלום\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("Wren", only(found).speakers().getFirst().name());
        assertEquals("שלום", Fixtures.said(only(found), 0));
    }
}
