package org.afterword.protection;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up names of many scripts and customs. */
public final class RandomNames {
    private RandomNames() {}

    private record Custom(List<String> given, List<String> family, List<String> ends, String between) {}

    private static final List<Custom> CUSTOMS = List.of(
            new Custom(
                    List.of("Bren", "Tolv", "Jask", "Wim", "Oda"),
                    List.of("Tarv", "Holm", "Quist", "Vard"),
                    List.of("a", "ock", "elin", "wick", "sen"),
                    " "),
            new Custom(
                    List.of("Zoë", "Jürg", "Åse", "Čed", "Łuk"),
                    List.of("Müns", "Døv", "Řeh", "Ñan"),
                    List.of("ör", "ka", "ić", "ález"),
                    " "),
            new Custom(
                    List.of("Анф", "Дорм", "Велик", "Ярм"),
                    List.of("Зубр", "Клён", "Морш", "Щуп"),
                    List.of("а", "ов", "енко", "ий"),
                    " "),
            new Custom(
                    List.of("Θεμ", "Αλκ", "Δωρ"), List.of("Παπρ", "Καλ", "Μαυρ"), List.of("ίδης", "άκης", "ος"), " "),
            new Custom(List.of("سمر", "نجل", "طفا"), List.of("حمد", "قصب", "زرق"), List.of("ان", "وي", "يل"), " "),
            new Custom(List.of("תמר", "אבנ", "שלו"), List.of("גלע", "ברק", "רימ"), List.of("ון", "אי", "ית"), " "),
            new Custom(List.of("किर", "सुन", "मध"), List.of("ठाक", "वर्", "जोश"), List.of("ण", "मा", "ली"), " "),
            new Custom(
                    List.of("Mary-", "Anna-", "Jean-"),
                    List.of("O'Tarv", "D'Orv", "McQuist"),
                    List.of("Ora", "Belle", "Wyn"),
                    " "),
            new Custom(List.of("Tấn", "Hồng", "Ngọc"), List.of("Trầm", "Đoàn", "Nghiêm"), List.of("h", "g", "k"), " "),
            new Custom(List.of("Անի", "Գոռ", "Սեվ"), List.of("Վարդ", "Քար", "Լեռ"), List.of("ան", "ակ", "ուն"), " "),
            new Custom(List.of("გიორ", "ნინ", "თამ"), List.of("ბერ", "მაჭ", "კვა"), List.of("ი", "ძე", "შვილ"), " "),
            new Custom(
                    List.of("Oluwa", "Chuk", "Nne"),
                    List.of("Adeb", "Okaf", "Nwos"),
                    List.of("ayo", "wuma", "dike"),
                    " "),
            new Custom(List.of("தமிழ", "கவி", "இள"), List.of("முரு", "செல்", "பழ"), List.of("ன்", "வன்", "மதி"), " "),
            new Custom(List.of("অনি", "সুমি", "রূপ"), List.of("চক্র", "মজুম", "ভট্"), List.of("তা", "দার", "লা"), " "),
            new Custom(List.of("አበ", "ታደ", "መስ"), List.of("ገብ", "ወል", "ተስ"), List.of("በ", "ሰ", "ረ"), " "),
            new Custom(List.of("王小", "陈大", "林春"), List.of("梅", "海", "松"), List.of("云", "石", "川"), " "),
            new Custom(List.of("さくら", "みどり", "ひかる"), List.of("たかの", "もりべ", "しのだ"), List.of("こ", "み", "ね"), " "),
            new Custom(List.of("서연", "민준", "하늘"), List.of("독고", "황보", "제갈"), List.of("솔", "별", "담"), " "),
            new Custom(List.of("สมช", "วิภ", "นภั"), List.of("แสงท", "ศรีว", "บุญม"), List.of("าย", "ัฒน์", "อง"), " "),
            new Custom(
                    List.of("Ines ", "Bruno ", "Carla "),
                    List.of("Sotomor", "Villaq", "Echav"),
                    List.of("ez", "ín", "al"),
                    " de la "),
            new Custom(
                    List.of("Nurul", "Rizq", "Farh"),
                    List.of("bin Halz", "binti Qomr", "bin Zuhr"),
                    List.of("an", "i", "ah"),
                    " "));

    public static String next(Random random) {
        Custom custom = CUSTOMS.get(random.nextInt(CUSTOMS.size()));
        return part(custom.given(), custom.ends(), random)
                + custom.between()
                + part(custom.family(), custom.ends(), random);
    }

    private static String part(List<String> stems, List<String> ends, Random random) {
        String stem = stems.get(random.nextInt(stems.size()));
        String end = ends.get(random.nextInt(ends.size()));
        return random.nextInt(3) == 0 ? stem + end + ends.get(random.nextInt(ends.size())) : stem + end;
    }

    /** The ways in which any of them is written. */
    public static List<String> forms(String name) {
        String first = name.substring(0, name.indexOf(' '));
        String last = name.substring(name.indexOf(' ') + 1);
        return List.of(
                name,
                first,
                last,
                last + ", " + first,
                (first + "_" + last).toLowerCase(Locale.ROOT),
                first + last,
                first + "-" + last);
    }
}
