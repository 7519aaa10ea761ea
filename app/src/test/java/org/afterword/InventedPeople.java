package org.afterword;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** People who do not exist, the ways in which their names are written, and files that tell of them. */
final class InventedPeople {
    /**
     * @param name in full
     * @param nickname empty if there is none
     * @param misspelt the name in full with one letter other
     */
    record Person(String name, String given, String surname, String nickname, String misspelt) {
        private String handle(String between) {
            return String.join(between, plain(given), plain(surname)).toLowerCase(Locale.ROOT);
        }

        private static String plain(String part) {
            return part.replaceAll("[^\\p{L}\\p{M}]", "");
        }

        /** As a single word, so that a small one in a surname names nobody. */
        private String lastWord() {
            return surname.substring(surname.lastIndexOf(' ') + 1);
        }

        /** All that may not be read anywhere once the person is hidden. */
        List<String> forms() {
            var forms = new ArrayList<>(List.of(
                    name,
                    given,
                    surname,
                    lastWord(),
                    surname + ", " + given,
                    given.charAt(0) + ". " + surname,
                    handle(""),
                    handle("_"),
                    handle("."),
                    misspelt));
            if (!nickname.isEmpty()) {
                forms.add(nickname);
            }
            return forms;
        }
    }

    /**
     * @param name of the file, perhaps with somebody's name in it
     */
    record Received(String name, String text) {}

    private record Custom(List<String> given, List<String> surnames) {}

    /** Given names with the short form that people use, if there is one. */
    private static final List<Custom> CUSTOMS = List.of(
            new Custom(
                    List.of(
                            "Elizabeth/Liz",
                            "Jonathan/Jon",
                            "Katherine/Kathy",
                            "Tobias/Toby",
                            "Meredith/",
                            "Alasdair/"),
                    List.of("Thornquist", "Bexworth", "Osgathorp", "Quillfeather", "Ravensdell", "Wetherlam")),
            new Custom(
                    List.of("Siobhán/", "Eoghan/", "Niamh/"), List.of("O'Darravan", "MacGillowry", "Ní Bhroinleach")),
            new Custom(
                    List.of("Lucía/", "Joaquín/", "Inés/"), List.of("Ferrándiz Ocaranza", "Villaqueda", "Echavarrán")),
            new Custom(
                    List.of("Joost/", "Maaike/", "Anneke/"), List.of("van der Moerdal", "de Vrolijkert", "Hoogwolda")),
            new Custom(List.of("Jürgen/", "Heidrun/", "Volker/"), List.of("Müllenbrück", "Strießnitz", "Kaltschmied")),
            new Custom(
                    List.of("Łukasz/", "Agnieszka/", "Zdzisław/"), List.of("Wieczniewska", "Brzozdowski", "Ćwiklarz")),
            new Custom(List.of("Anne-Lise/", "Ragnhild/", "Torbjørn/"), List.of("Korvald-Mjelde", "Øksendrup")),
            new Custom(List.of("Дарья/", "Прохор/", "Зинаида/"), List.of("Кленовская", "Вязмитин", "Горностаев")),
            new Custom(List.of("Khalid/", "Zaynab/", "Yusra/"), List.of("al-Tamrani", "Haddoubi", "Benqessar")),
            new Custom(List.of("Adaeze/", "Chukwuemeka/", "Oluwaseun/"), List.of("Okwudiafor", "Adebimpeju")),
            new Custom(List.of("Sunita/", "Raghunath/", "Lakshmi/"), List.of("Thirumalvan", "Deshbandhe")));

    private static final List<String> FILLER = List.of(
            "The meeting went on until late in the evening.",
            "We were told to bring money every week.",
            "Nobody was to read anything from outside.",
            "It rained and we waited by the door.",
            "I gave what I had and did not ask.");

    private final Random random;

    InventedPeople(Random random) {
        this.random = random;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** No two of them share a name. */
    List<Person> people(int count) {
        var people = new ArrayList<Person>();
        var taken = new ArrayList<String>();
        while (people.size() < count) {
            Custom custom = any(CUSTOMS);
            String[] given = any(custom.given()).split("/", -1);
            String surname = any(custom.surnames());
            if (!taken.contains(given[0]) && !taken.contains(surname)) {
                taken.addAll(List.of(given[0], surname));
                String name = given[0] + " " + surname;
                people.add(new Person(name, given[0], surname, given[1], given[0] + " " + misspelt(surname)));
            }
        }
        return people;
    }

    /** A letter in the second half of the last word becomes another one. */
    private String misspelt(String surname) {
        int at = surname.length() - 2 - random.nextInt(2);
        char now = surname.charAt(at);
        char other = now > 'z' ? (now == 'о' ? 'а' : 'о') : now == 'e' ? 'a' : 'e';
        return surname.substring(0, at) + other + surname.substring(at + 1);
    }

    /** Files in which all of them are named in every way, each file of another kind. */
    List<Received> files(List<Person> people) {
        var files = new ArrayList<Received>();
        for (int kind = 0; kind < 6; kind++) {
            var some = new ArrayList<>(people);
            Collections.shuffle(some, random);
            Person one = some.get(0);
            Person two = some.get(1);
            files.add(
                    switch (kind) {
                        case 0 -> new Received("account.txt", prose(some));
                        case 1 -> new Received("page.html", page(one, some));
                        case 2 -> new Received("WhatsApp Chat with " + one.name() + ".txt", chat(one, two, some));
                        case 3 -> new Received("mail.eml", mail(one, two, some));
                        case 4 -> new Received("voice.txt", lower(some));
                        default -> new Received("Letter to " + two.name() + ".txt", letter(two, some));
                    });
        }
        Collections.shuffle(files, random);
        return files;
    }

    private String prose(List<Person> some) {
        var text = new StringBuilder();
        for (Person one : some) {
            text.append("On Tuesday ").append(one.name()).append(" asked me to come along. ");
            text.append(sentences(one)).append(any(FILLER)).append("\n\n");
        }
        return text.toString();
    }

    /** Some of the ways, in any order. */
    private String sentences(Person one) {
        var all = new ArrayList<>(List.of(
                "Then " + one.given() + " told us to be quiet. ",
                "I did not trust " + one.surname() + " from then on. ",
                "It was " + one.given() + "'s idea, and " + one.surname() + "’s money. ",
                "The list said “" + one.surname() + ", " + one.given() + "”. ",
                "A letter came from " + one.given().charAt(0) + ". " + one.surname() + " the next day. ",
                "Online it was @" + one.handle("_") + " who wrote to me. ",
                "Somebody wrote it as " + one.misspelt() + " in the minutes. ",
                one.name().toUpperCase(Locale.ROOT) + " stood on the door. "));
        if (!one.nickname().isEmpty()) {
            all.add("Later " + one.nickname() + " said that we could go. ");
        }
        Collections.shuffle(all, random);
        return String.join("", all.subList(0, 3 + random.nextInt(all.size() - 3)));
    }

    private String page(Person one, List<Person> some) {
        return "<!doctype html><title>How I met " + one.name() + "</title><article><h1>How I met " + one.name()
                + "</h1><p>" + prose(some.subList(0, 3)).replace("\n\n", "</p><p>") + "</p></article>\n";
    }

    private String chat(Person one, Person two, List<Person> some) {
        var text = new StringBuilder();
        int minute = 0;
        for (Person named : some) {
            String time = String.format(Locale.ROOT, "[01/02/2024, 18:%02d:00] ", minute++);
            text.append(time).append(minute % 2 == 0 ? one.name() : two.name()).append(": ");
            text.append("did you hear from ")
                    .append(named.name())
                    .append("? ")
                    .append(sentences(named))
                    .append('\n');
        }
        return text.toString();
    }

    private String mail(Person one, Person two, List<Person> some) {
        return "From: =?UTF-8?Q?" + quoted(one.name()) + "?= <" + ascii(one) + "@example.org>\n"
                + "To: =?UTF-8?Q?" + quoted(two.name()) + "?= <someone@example.org>\n"
                + "Subject: =?UTF-8?Q?" + quoted("What " + two.name() + " said") + "?=\n"
                + "Date: Mon, 5 Feb 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + prose(some.subList(0, 4));
    }

    private static String ascii(Person one) {
        String plain = one.handle(".").replaceAll("[^a-z.]", "");
        return plain.length() > 4 ? plain : "writer";
    }

    private static String quoted(String words) {
        var text = new StringBuilder();
        for (byte one : words.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            text.append(String.format(Locale.ROOT, "=%02X", one & 0xff));
        }
        return text.toString();
    }

    private String lower(List<Person> some) {
        var text = new StringBuilder();
        for (Person one : some) {
            text.append("so yeah ").append(one.name()).append(" was there and ").append(one.given());
            text.append(" said we should stay, ").append(one.name()).append("'s car was outside\n");
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private String letter(Person to, List<Person> some) {
        return "Dear " + to.name() + ",\n\n" + prose(some.subList(0, 4)) + "Yours,\n"
                + some.getLast().name() + "\n";
    }
}
