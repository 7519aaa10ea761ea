package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.model.IdentityKind;
import org.junit.jupiter.api.Test;

/**
 * What rules find in fictional texts, and what they leave: each line is a text in which what must be found stands between
 * ‹ and ›, after its language if that matters. Telephone numbers are of the ranges kept for fiction.
 */
class ContactsTest {

    private static void check(Set<IdentityKind> kinds, String... lines) {
        var wrong = new ArrayList<String>();
        for (String line : lines) {
            Optional<String> language =
                    line.matches("(?s)[a-z]{2}\\|.*") ? Optional.of(line.substring(0, 2)) : Optional.empty();
            String marked = language.isPresent() ? line.substring(3) : line;
            String text = marked.replaceAll("[‹›]", "");
            var shown = new StringBuilder(text);
            List<Find> finds = Contacts.find(text, language).stream()
                    .filter(find -> kinds.contains(find.kind()))
                    .toList();
            for (Find find : finds.reversed()) {
                assertEquals(find.text(), find.span().of(text));
                shown.insert(find.span().end(), '›').insert(find.span().start(), '‹');
            }
            if (!shown.toString().equals(marked)) {
                wrong.add(marked + "  =>  " + shown + "  "
                        + finds.stream().map(Find::by).collect(Collectors.joining(" ")));
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void telephones() {
        check(
                Set.of(IdentityKind.PHONE),
                "Ring ‹+44 20 7946 0958› or ‹020 7946 0958›, ask for me.",
                "‹+44 (0)20 7946 0958›, ‹0044 20 7946 0018› and ‹+442079460333›",
                "mobile ‹07700 900123›; ‹07700900461›; ‹+44-7700-900-982›",
                "Leeds office ‹0113 496 0000›, Cardiff ‹(029) 2018 0999›",
                "Call ‹(212) 555-0123› or ‹212-555-0188› or ‹+1 212 555 0147›, ‹1-212-555-0199›, ‹212.555.0100›",
                "call me on ‹555 0123456›, text ‹5550123›",
                "Berlin: ‹030 23125 123›, ‹+49 (0)30 23125-456›, mobil ‹0171 39200 55›",
                "de|Tel.: ‹(089) 99998-123›, Handy ‹0152 28817386›",
                "Sydney ‹(02) 5550 1234›, mobile ‹0491 570 156›, ‹+61 491 570 157›",
                "fr|Son numéro : ‹01 99 00 12 34›, le mien ‹06.39.98.12.34›, ‹+33 2 61 91 12 34›",
                "es|Su móvil es ‹612 345 678›, llámame",
                "pl|zadzwoń ‹22 123 45 67›",
                "da|ring ‹32 12 34 56› i morgen",
                "no|ring meg på ‹22 12 34 56›",
                "sv|ring ‹08-465 004 00› eller ‹+46 8 465 004 01›",
                "it|il cellulare ‹312 345 6789›, casa ‹06 1234 5678›",
                "nl|bel ‹020 123 4567› of ‹06 12345678›",
                "We wrote to ‹+46 8 465 004 01› and then ‹08-465 004 02›",
                "whatsapp ‹0491570110› her tel ‹491 570 110›");
    }

    @Test
    void noTelephones() {
        check(
                Set.of(IdentityKind.PHONE),
                "It was 2019-04-03, then 03.04.2019, 3/4/2019 and 03 04 2019 at 11:00.",
                "It cost 1,200.50 or 10.000 euros, 1 000 000 people, 12 500 000 kr",
                "en|There were 200 300 400 500 of them, from 1998-1999 to 2004-2006",
                "fr|Ils étaient 12 000 en 1998, puis 25 000 en 2004, 100 000 000 au total",
                "de|Es waren 12 000 Menschen, 1998/1999, am 12. 10. 1998, IBAN folgt",
                "no|Det var 12 000 000 mennesker, 2010 2011 2012",
                "da|Tal: 12 13 14 15 16 17 18 19",
                "ISBN 0-306-40615-2, ISBN 978-0-306-40615-7, ISBN: 0306406152",
                "version 10.0.19041.1 of build 20230415, id 1234567, order 98765432",
                "The score was 21-19 21-17, 3-2, 6-4 6-3 7-5",
                "pages 120-125, 130 to 140, chapters 10 11 12 13",
                "from 192.0.2.17 to 198.51.100.200",
                "in 1984 1985 1986 1987 we met",
                "51.50740, -0.12780 and 40.71280, -74.00600",
                "case no 2004/12345, verse 12:34-56",
                "1234567 2345678 3456789 4567890");
    }

    @Test
    void oneNumberIsOneHoweverItIsWritten() {
        for (String[] same : new String[][] {
            {"en", "+44 20 7946 0958", "020 7946 0958", "(020) 7946 0958", "+442079460958", "0044 20 7946 0958"},
            {"en", "+1 212-555-0123", "(212) 555-0123", "212.555.0123", "1-212-555-0123"},
            {"de", "+49 30 23125123", "030 23125123", "030/23125 123", "+49 (0)30 23125 123"},
            {"fr", "+33 1 99 00 12 34", "01 99 00 12 34", "01.99.00.12.34", "0033 199001234"}
        }) {
            for (int i = 1; i < same.length; i++) {
                List<Find> finds = Contacts.find("call " + same[i] + " now", Optional.of(same[0]));
                assertEquals(List.of(same[1]), finds.stream().map(Find::name).toList(), same[i]);
            }
        }
    }

    @Test
    void everyCountrysNumbersInEveryInternationalForm() {
        var plans = PhoneNumberUtil.getInstance();
        var wrong = new ArrayList<String>();
        int tried = 0;
        for (String region : plans.getSupportedRegions()) {
            for (PhoneNumberType type :
                    List.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE)) {
                var number = plans.getExampleNumberForType(region, type);
                if (number == null) {
                    continue;
                }
                String name = plans.format(number, PhoneNumberFormat.INTERNATIONAL);
                String bare = plans.format(number, PhoneNumberFormat.E164);
                for (String written : List.of(
                        name,
                        bare,
                        name.replace(' ', '-'),
                        name.replace(' ', '.'),
                        name.replace(' ', '\u00a0'),
                        "00" + name.substring(1),
                        plans.format(number, PhoneNumberFormat.RFC3966).substring(4))) {
                    tried++;
                    List<Find> finds = Contacts.find("so ring " + written + " or not");
                    if (finds.size() != 1
                            || !finds.getFirst().text().equals(written)
                            || !(finds.getFirst().name().equals(name) || !plans.isValidNumber(number))) {
                        wrong.add(region + " " + written + " => " + finds);
                    }
                }
            }
        }
        assertEquals("", wrong.stream().limit(20).collect(Collectors.joining("\n")));
        assertTrue(tried > 3000, "only " + tried);
    }

    @Test
    void postalAddresses() {
        check(
                Set.of(IdentityKind.ADDRESS),
                "We met at ‹14 Larch Row, Kelmore KM1 2AB›, then left.",
                "She lives at ‹Flat 3, 221b Tallow Street, London NW1 6XE›. We do not.",
                "the hall, ‹27 Old Mill Lane›, was cold",
                "they kept us at ‹12 high street› all night",
                "Send it to ‹742 Evergreen Terrace, Springfield, IL 62704›, please.",
                "‹1600 W. Alder Ave., Apt 4B, Portland, OR 97205›",
                "‹PO Box 123, Leeds LS1 4AB› is theirs, and ‹P.O. Box 77›",
                "somewhere in ‹KM1 2AB›, I think",
                "‹10 Maple Crescent, Ottawa, ON K1A 0B1›",
                "Sie wohnt in der ‹Lindenstraße 14a, 10115 Berlin›, glaube ich.",
                "‹Am Alten Markt 3›, ‹Kastanienallee 82› und ‹Große Bergstr. 7›",
                "‹Postfach 12 34, 50667 Köln›",
                "J'habitais ‹12 bis, rue des Lilas, 75011 Paris› avec eux.",
                "au ‹5 avenue Victor Hugo› puis ‹8 place de la République›",
                "Vivía en la ‹Calle de los Olmos, 23, 28013 Madrid› entonces.",
                "Abitava in ‹Via dei Tigli 8, 20121 Milano› con loro.",
                "Ik woonde aan de ‹Keizersgracht 123, 1015 CJ Amsterdam› toen",
                "Mieszkała przy ‹ul. Lipowa 12/4, 00-950 Warszawa› wtedy.",
                "Morava na ‹Rua das Flores, 45› até 1999",
                "hon bor på ‹Storgatan 5, 114 55 Stockholm› nu");
    }

    @Test
    void noPostalAddresses() {
        check(
                Set.of(IdentityKind.ADDRESS),
                "We drove 20 miles down the road and 3 hours up the hill.",
                "In 2019 London was cold, and in 1998 Berlin was grey.",
                "Chapter 12 The Long Road, page 7",
                "There were 5 Street lamps. He had 2 Drives.",
                "20 people came to the close of it, 3 of them on the way",
                "30000 Menschen kamen, 10000 Euro wurden gesammelt",
                "in 1984 drive was all they had",
                "the 5 steps of the Way; 12 Steps, 7 Hills",
                "Article 12 of the Court, 3 Place names",
                "It took 15 years, 6 months; 100 per cent; 24 Stunden",
                "1 in 4 men and 3 women each way",
                "On 3 May 1987 we met at 10 am in the square",
                "version 3 of the path, 2 more walks, 12 green bottles",
                "In 10 Tagen 5 Wege gehen, 2 Plätze frei",
                "We were 12 on the hill; 40 in the yard",
                "A4 paper, B2 level, M25 and A12 roads");
    }

    @Test
    void datesOfBirth() {
        check(
                Set.of(IdentityKind.BIRTH),
                "I was born on ‹3 May 1987› in Kelmore.",
                "DOB: ‹03/05/1987›, d.o.b. ‹3.5.87›, date of birth ‹1987-05-03›",
                "My birthday is ‹May 3rd›, her birthday is the ‹9th of June›.",
                "She was born in ‹1987›, born ‹May 3, 1987›, born in Leeds in ‹1962›.",
                "Ich bin am ‹3. Mai 1987› geboren; geboren am ‹3. Mai 1987›, geb. ‹03.05.1987›, Jahrgang ‹1962›"
                        .replace("am ‹3. Mai 1987› geboren;", "da geboren;"),
                "Je suis née le ‹3 mai 1987› à Lyon ; né en ‹1962›. Date de naissance : ‹03/05/1987›",
                "Nací el ‹3 de mayo de 1987›, mi cumpleaños es el ‹3 de mayo›.",
                "Sono nata il ‹3 maggio 1987›; data di nascita: ‹3/5/1987›",
                "Ik ben geboren op ‹3 mei 1987›, mijn verjaardag is ‹3 mei›",
                "Urodziłam się ‹3 maja 1987› w Łodzi; data urodzenia: ‹03.05.1987›",
                "Nasci em ‹3 de maio de 1987›",
                "född den ‹3 maj 1987›, født ‹3. mai 1987›",
                "Её дата рождения ‹3 мая 1987›",
                "birthdate ‹5/3/87› and year of birth ‹1987›",
                "his birthday, on ‹3 May›, was forbidden");
    }

    @Test
    void noDatesOfBirth() {
        check(
                Set.of(IdentityKind.BIRTH),
                "We met on 3 May 1987 and left on 4 June 1990.",
                "born again. In 1987 we met.",
                "the birth rate in 1990, birth control in 1960",
                "It was born out of need! 1987 was hard",
                "There were 3 birthdays and 12 cakes",
                "NATO in 1999, ne 5",
                "she was born and raised a long way from the town in which they all met in 1999",
                "je ne vais pas en 2004",
                "Geburtshelfer kamen 1999",
                "a stubborn man in 1987",
                "The anniversary was on 3 May",
                "natal chart 12",
                "the newborn, 3 days old",
                "my birthday was never kept",
                "airborne in 1987, reborn",
                "urban plan of 1990");
    }

    @Test
    void ages() {
        check(
                Set.of(IdentityKind.AGE),
                "I was ‹19› when I joined, and she was ‹23›.",
                "a ‹15-year-old› girl; two ‹17 year olds›; he is ‹42 years old› now",
                "She left aged ‹17›. At the age of ‹twelve› I was sent away. at age ‹9› too",
                "when she was ‹twelve› and I was only ‹fifteen›",
                "I had just turned ‹twenty-one›, he turns ‹30›",
                "in my first year at ‹18›, I joined at ‹16› and left at ‹24›.",
                "I (‹24F›) met him (‹26M›) there",
                "I’m ‹34›, my sister is ‹31 years old›",
                "Ich war ‹19›, als ich kam; mit ‹17 Jahren› zog ich ein; eine ‹15-jährige› war da; im Alter von ‹12 Jahren›",
                "mit ‹18› ging ich weg",
                "J'avais ‹19 ans› ; à ‹17 ans› je suis partie ; âgée de ‹douze ans›",
                "Tenía ‹19 años› cuando entré; a los ‹diecisiete años› me fui",
                "Avevo ‹19 anni›; a ‹17 anni› sono uscita",
                "Ik was ‹19› toen ik kwam; een meisje van ‹17 jaar oud›",
                "Miałam ‹19 lat›, w wieku ‹17 lat› odeszłam",
                "Eu tinha ‹19 anos›, aos ‹17 anos› saí",
                "Age: ‹19›. my mother was ‹45›, my son was ‹six months old›",
                "a house ‹two years old›; she turned ‹30›; aged ‹15›, I was ‹15 years› then",
                "I am ‹30 years›, my sister is ‹12 years›. I was ‹16 years› when it began",
                "in my ‹late teens›, in her ‹early thirties›, my ‹mid-twenties›, their ‹40s›, his ‹sixties›",
                "Cuando tenía ‹19 años› en 2010; j'avais ‹dix ans› en 2010; mit ‹19 Jahren› in die Gruppe");
    }

    @Test
    void noAges() {
        check(
                Set.of(IdentityKind.AGE),
                "There were 19 people and it cost 19 euros at 18:00.",
                "I was 19 minutes late, he was 20 pounds heavier, she was 100% sure",
                "we were 12 in total, and I was 5th of 20",
                "for 19 years I stayed; after 12 years I left; 3 years later",
                "it was 5 in the morning, at 6 we rose, at 7 pm we ate",
                "I was one of them, one of two",
                "He was 6'2, she is 5 foot 4",
                "chapter 19, page 20, version 1.19",
                "they were 30 miles away, about 40 of us",
                "Es waren 19 Leute, mit 20 Euro, um 18 Uhr, seit 12 Jahren",
                "pendant 19 ans, depuis 12 ans, il y a 20 ans",
                "hace 19 años, durante 12 años",
                "I am 3 months behind. She was 2-0 up.",
                "at 10 Larch Row, at 12 sharp",
                "the average of 19, one in 20, number 17",
                "sieben Tage, zehn Leute, elf Uhr");
    }

    /** How long something has been is no age. */
    @Test
    void durationsAreNoAges() {
        check(
                Set.of(IdentityKind.AGE),
                "I'm four years out. I am ten years sober, he is twelve years clean.",
                "we are six years in; six years in, I left; I was 19 years in the house",
                "she was ten years there, and I was only three years away",
                "he is 19 years older, she was twelve years his senior",
                "we have been twenty years together; being 20 years without a day off",
                "I was three years and a half inside, I'm 2 years and counting",
                "Ich war vier Jahre dort, ich bin zehn Jahre raus, er ist 12 Jahre jünger",
                "tenía diez años de experiencia; j'avais dix ans d'expérience; avevo dieci anni di ritardo",
                "tengo quince años fuera; j'ai dix ans de plus; ik was tien jaar in de groep",
                "in the late twenties, in the nineties, in the 1990s, twenties and tens, the 20s");
    }

    @Test
    void numbers() {
        check(
                Set.of(IdentityKind.NUMBER),
                "Pay to ‹DE89 3704 0044 0532 0130 00› please, or ‹GB29NWBK60161331926819›.",
                "iban ‹fr14 2004 1010 0505 0001 3m02 606› and ‹NO93 8601 1117 947›",
                "card ‹4111 1111 1111 1111›, ‹5555-5555-5555-4444›, ‹378282246310005›",
                "SSN ‹078-05-1120›; NI number ‹QQ 12 34 56 C›".replace("QQ", "AB"),
                "DNI ‹12345678Z›, NIE ‹X1234567L›",
                "Steuer-ID ‹86 095 742 719›; BSN: ‹111222333›; PESEL ‹44051401359›",
                "NIR ‹2 55 08 14 168 025 38›; CPF ‹111.444.777-35›; AHV ‹756.9217.0769.85›",
                "codice fiscale ‹RSSMRA85T10A562S›",
                "my passport number is ‹925665416›, Reisepass Nr. ‹C01X00T47›",
                "posted from ‹192.0.2.17›, then ‹2001:db8::17› and ‹2001:0db8:85a3:0000:0000:8a2e:0370:7334›",
                "MAC ‹00:1A:2B:3C:4D:5E› and ‹00-1a-2b-3c-4d-5f›",
                "send it to ‹1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa› or ‹bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4›",
                "‹0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe›",
                "The camp is at ‹51.5074, -0.1278›, or ‹51°30'26\"N 0°7'39\"W›",
                "coordinates: ‹51.51, -0.13›; ‹9C3XGV7F+8R›; ‹33UXP 04500 41000›; ‹///filled.count.soap›",
                "a van, number plate ‹AB12 CDE›, stood there; Kennzeichen ‹B-XY 1234›",
                "his car, ‹AB-123-CD›, and a blue van ‹1234 BCD›; also ‹KM04 XYZ› drove by");
    }

    @Test
    void noNumbers() {
        check(
                Set.of(IdentityKind.NUMBER),
                "Pay to DE88 3704 0044 0532 0130 00 please, or DE89 3704 0044",
                "card 4111 1111 1111 1112, id 1234567890123456",
                "ssn 000-12-3456 and 666-12-3456 and 123-00-4567",
                "12345678A is no DNI",
                "It was 12:30:45, ratio 1:2:3, at 10:20:30:40",
                "in version 1.2.3 and 256.1.1.1",
                "the 3.14159 of it, 2.71828",
                "verse 12:3, 4.5 and 6.7, 12.5, 13.5",
                "address 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb is not one",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5 is not one",
                "we had 12 cars, 2 vans and the BIG 5 bus",
                "C++ and A+B, ABCD+EF",
                "he got AB12 on the test, B2 level",
                "ISBN 978-0-306-40615-7",
                "std::vector, a::b",
                "the passport was taken in 1999");
    }

    @Test
    void linksAndHandles() {
        check(
                Set.of(IdentityKind.HANDLE, IdentityKind.LINK, IdentityKind.EMAIL),
                "find me at ‹t.me/wren_alder›, ‹instagram.com/wren› or ‹fb.com/wren.alder›",
                "‹@wren@lanterns.example› and ‹@wren_alder›, ‹u/quietrower›",
                "my insta is ‹wren_alder›, Discord: ‹wren#1234›, skype: ‹wren.alder9›",
                "her snapchat name is ‹zorvalin› now",
                "write to ‹wren.alder@example.org› or ‹wren (at) example (dot) org›",
                "Telegram handle: ‹wren_91›");
        check(
                Set.of(IdentityKind.HANDLE, IdentityKind.LINK, IdentityKind.EMAIL),
                "Discord is bad. Signal was down. Instagram is owned by them.",
                "my phone was dead, my line is long, the team is here",
                "end.It was e.g. fine, i.e. done",
                "my facebook is gone; her twitter is private",
                "reddit: the place; signal: weak");
    }
}
