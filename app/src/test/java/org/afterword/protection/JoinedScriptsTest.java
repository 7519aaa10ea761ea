package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Identity;
import org.afterword.people.Clusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person joins is one name in every script: one decision covers, and the scan finds, the forms of both. */
class JoinedScriptsTest {

    @ParameterizedTest
    @CsvSource({
        "Анна Маркова, Anna Markova, Маркова, Markova",
        "Γεώργιος Μπουζιάνης, Georgios Bouzianis, Γεώργιος, Georgios",
        "王秀英, Wang Xiuying, 王秀英, Xiuying",
        "محمد الخطيب, Muhammad Al-Khatib, محمد, Muhammad",
    })
    void oneDecisionCoversBoth(String other, String latin, String otherPart, String latinPart) {
        var contents = ListContents.empty();
        Identity one = contents.person(other);
        Identity two = contents.person(latin);
        Account account = contents.account("We met %s and then %s. I asked %s, and %s said no. WE SAW %s."
                .formatted(other, latin, otherPart, latinPart, latin.toUpperCase(java.util.Locale.ROOT)));
        contents.mention(one, account, other);
        contents.mention(two, account, latin);
        assertEquals(1, Clusters.aliases(contents).size());
        assertEquals(2, Clusters.of(contents).size(), "joined without a word");
        contents.decide(one, "same-as=" + two.id());
        contents.decide(two, "pseudonym");
        Protection protection = Fixture.protection(contents);
        Redacted shown = protection.protect(account);
        for (String form : List.of(other, latin, otherPart, latinPart)) {
            assertFalse(
                    shown.text().toLowerCase(java.util.Locale.ROOT).contains(form.toLowerCase(java.util.Locale.ROOT)),
                    () -> form + " in " + shown.text());
            assertFalse(
                    Scan.of(protection)
                            .scan("page.html", ("told " + form + " to wait").getBytes(StandardCharsets.UTF_8))
                            .isEmpty(),
                    form);
        }
        assertTrue(shown.text().startsWith("We met "), shown.text());
        assertEquals(
                List.of(), Scan.of(protection).scan("page.html", shown.text().getBytes(StandardCharsets.UTF_8)));
    }
}
