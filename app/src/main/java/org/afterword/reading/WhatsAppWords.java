package org.afterword.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Span;

/** What WhatsApp itself writes into a chat, in the languages in which it is seen most. */
final class WhatsAppWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    /** What is said under the chat's name, or about somebody. */
    private static final Pattern SYSTEM = Pattern.compile(
            "(?:messages (?:and calls|to this (?:chat|group)) are .*|.*end-to-end.*(?:encrypt|verschlüssel|cifrad|crittograf|versleutel|chiffr).*"
                    + "|.*\\bcreated (?:this )?group\\b.*|.* (?:added|removed) .*"
                    + "|.* (?:left|joined)(?: using (?:this group's invite|a group) link| from the community| the group)?\\.?"
                    + "|.*security code.*changed.*|.* changed (?:the (?:subject|group|this)|this group's|to |their phone number).*"
                    + "|.*(?:de extremo a extremo|de ponta a ponta|de bout en bout|ende-zu-ende|uçtan uca|сквозным шифрованием|मैसेज और कॉल|تمام بين الطرفين|تشفير|سرتاسر).*"
                    + "|.* hat .*(?:hinzugefügt|entfernt|erstellt|geändert).*|.* hat die gruppe verlassen\\.?"
                    + "|.*(?:añadió a|eliminó a|creó (?:el|este) grupo|salió del grupo|cambió (?:el|la|este)).*"
                    + "|.*(?:adicionou|removeu|criou (?:o|este) grupo|saiu do grupo|mudou (?:o|a|este)).*"
                    + "|.*(?:ha aggiunto|ha rimosso|ha creato il gruppo|ha abbandonato|ha cambiato).*"
                    + "|.*(?:heeft .*(?:toegevoegd|verwijderd|aangemaakt|gewijzigd)|heeft de groep verlaten).*"
                    + "|.*(?:a ajouté|a retiré|a créé le groupe|a quitté le groupe|a modifié).*"
                    + "|.*(?:kişisini ekledi|grubu oluşturdu|gruptan ayrıldı|kişisini çıkardı).*"
                    + "|.*(?:добавил|удалил|создал(?:\\(а\\)|а)? групп|покинул|изменил).*)",
            FLAGS);

    private static final String OMITTED =
            "(?:omitted|ausgeschlossen|weggelassen|omitid[oa]s?|oculta?d?[oa]?s?|omise?s?|omess[oaie]|weggelaten|dahil edilmedi|пропущен[оаы]?|не включен[оаы]?"
                    + "|छोड़ा गया|शामिल नहीं|disertakan|استبعاد الوسائط|محذوفة?|حذف شده)";
    private static final String KIND =
            "(?:image|photo|video|audio|GIF|sticker|document|contact card|video note|view once (?:message|photo|video)"
                    + "|imagen|imagem|immagine|afbeelding|bild|foto|vídeo|vidéo|áudio|figurinha|adhesivo|autocollant|documento|dokument|documento PDF"
                    + "|tarjeta de contacto|contato|contatto|contactkaart|kontaktkarte|resim|görüntü|ses|belge|изображение|фото|видео|аудио|стикер|документ|GIF-файл"
                    + "|तस्वीर|वीडियो|ऑडियो|صورة|فيديو|صوت|ملصق|مستند)";
    private static final String ATTACHED =
            "(?:attached|adjunt[oa]|anexad[oa]|angehängt|anhang|pièce jointe|fichier joint|allegat[oa]|bijgevoegd|eklendi|ekli|прикреплено|прикрепл[её]н|संलग्न|terlampir|مرفق|پیوست)";
    private static final String FILE_ATTACHED =
            "(?:file attached|datei angehängt|archivo adjunto|arquivo anexado|ficheiro anexado|fichier joint|file allegato|bestand bijgevoegd|dosya ekli|файл добавлен|फ़ाइल संलग्न|الملف مرفق|ملف مرفق|file terlampir)";

    /** Stands in the place of a message: a picture that is left out, words that were deleted. */
    private static final Pattern NO_MESSAGE = Pattern.compile(
            "[\\u200e\\u200f\\s]*(?:<[^<>]{1,60}" + OMITTED + "\\.?>|<" + OMITTED + "[^<>]{0,60}>|<" + ATTACHED
                    + "\\s*: [^<>]+>|null"
                    + "|" + KIND + " " + OMITTED
                    + "|[^\\n/\\\\]{1,200}\\.\\w{2,5} (?:\\(" + FILE_ATTACHED + "\\)|\\u2022 .{0,40}" + OMITTED + ")"
                    + "|(?:this message was deleted|you deleted this message|this message was deleted by admin.{0,60}"
                    + "|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht"
                    + "|se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado|ce message a été supprimé|vous avez supprimé ce message"
                    + "|(?:essa |esta )?mensagem (?:foi )?apagada|(?:você apagou|apagou) (?:essa|esta) mensagem"
                    + "|questo messaggio è stato eliminato|hai eliminato questo messaggio|dit bericht (?:is|werd) verwijderd|u heeft dit bericht verwijderd"
                    + "|bu mesaj silindi|bu mesajı sildiniz|(?:данное )?сообщение удалено|вы удалили (?:данное|это) сообщение"
                    + "|यह मैसेज हटा दिया गया|यह संदेश हटा दिया गया|आपने यह मैसेज हटा दिया|تم حذف هذه الرسالة|حذفت هذه الرسالة|pesan ini telah dihapus)[\\.।]?"
                    + "|waiting for this message\\..{0,60}|(?:missed|silenced|unanswered)? ?(?:voice|video|group voice|group video) call(?:,? (?:at )?.{0,20})?"
                    + "|(?:live )?location: https?://\\S+|live location shared)[\\u200e\\u200f\\s]*",
            FLAGS);

    private static final Pattern LEADING = Pattern.compile(
            "[\\u200e\\u200f]*(?:[^\\n/\\\\<>]{1,200}\\.\\w{2,5} \\(" + FILE_ATTACHED + "\\)|<" + ATTACHED
                    + "\\s*: [^<>\\n]{1,200}>)\\s*\\n\\s*",
            FLAGS);
    private static final Pattern TRAILING =
            Pattern.compile("\\s{0,3}[\\u200e\\u200f]{0,3}<" + ATTACHED + "\\s*: [^<>\\n]{1,200}>$", FLAGS);
    private static final Pattern EDITED = Pattern.compile(
            "[\\s\\u200e]{0,3}<(?:This message was edited|Diese Nachricht wurde bearbeitet|Se editó este mensaje\\.?|Ce message a été modifié"
                    + "|Mensagem editada|Essa mensagem foi editada|Questo messaggio è stato modificato|Dit bericht is bewerkt|Bu mesaj düzenlendi"
                    + "|Сообщение изменено|Данное сообщение изменено|यह मैसेज एडिट किया गया|تم تعديل هذه الرسالة)>$",
            FLAGS);
    private static final int TAIL = 260;

    private WhatsAppWords() {}

    static boolean isSystem(String said) {
        return said.length() < 1000 && SYSTEM.matcher(said).matches();
    }

    static boolean isNoMessage(String said) {
        return said.length() < 500 && NO_MESSAGE.matcher(said).matches();
    }

    /** Without the marks around what somebody wrote: a file's name above or below, "edited". */
    static Span own(String text, Span span) {
        int start = span.start();
        int end = span.end();
        for (Pattern mark : new Pattern[] {EDITED, TRAILING, EDITED}) {
            Matcher found = mark.matcher(text).region(Math.max(start, end - TAIL), end);
            if (found.find() && found.start() > start) {
                end = found.start();
            }
        }
        Matcher file = LEADING.matcher(text).region(start, end);
        return file.lookingAt() && file.end() < end ? new Span(file.end(), end) : new Span(start, end);
    }
}
