package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.afterword.casefile.Names;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherScriptsTest {
    private static String aliases(String... names) {
        var contents = new Case();
        contents.add(new Names(
                List.of(),
                List.of(names).stream()
                        .map(name -> new Identity(Id.random(), IdentityKind.PERSON, name, "test"))
                        .toList(),
                List.of()));
        Map<Id, String> texts = contents.identities().stream().collect(Collectors.toMap(Identity::id, Identity::name));
        return Clusters.aliases(contents).stream()
                .map(s -> texts.get(s.target()) + "=" + texts.get(((Proposal.Alias) s.proposal()).other()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "Анна Маркова, Anna Markova",
        "Маркова Анна, Anna Markova",
        "Анна Ивановна Маркова, Anna Markova",
        "Юлия Щербакова, Yuliya Shcherbakova",
        "Юлия Щербакова, Julija Serbakova",
        "Сергей Хрущёв, Sergey Khrushchev",
        "Дмитрий Цой, Dmitry Tsoy",
        "Γεώργιος Μπουζιάνης, Georgios Bouzianis",
        "Αννα, Anna",
        "Анна, Αννα",
        "安娜, Anna",
        "王秀英, Wang Xiuying",
        "王秀英, Xiuying Wang",
        "さくら たなか, Sakura Tanaka",
        "김민수, Kim Minsu",
        "김민수, Min-su Kim",
        "محمد الخطيب, Muhammad Al-Khatib",
        "محمد الخطيب, Mohamed Khateb",
        "गीता शर्मा, Gita Sharma",
        "გიორგი ბერიძე, Giorgi Beridze",
    })
    void oneNameInTwoScripts(String other, String latin) {
        assertEquals(other + "=" + latin, aliases(other, latin));
        assertEquals(other + "=" + latin, aliases(latin, other));
    }

    @ParameterizedTest
    @CsvSource({
        "Анна Маркова, Anna Karlova",
        "Анна, Hanna",
        "أمل, Amal",
        "王秀英, Wang Fang",
    })
    void othersAreLeftAlone(String other, String latin) {
        assertEquals("", aliases(other, latin));
    }

    @Test
    void aFirstNameInAnotherScriptIsAskedAboutAllWhoBearIt() {
        assertEquals("Анна=Anna Karlova, Анна=Anna Markova", aliases("Анна", "Anna Markova", "Anna Karlova"));
        assertEquals("Анна=Anna Markova", aliases("Анна", "Anna Markova", "Olga Markova"));
    }
}
