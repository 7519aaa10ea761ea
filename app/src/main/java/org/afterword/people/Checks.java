package org.afterword.people;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.afterword.model.Sha256;

/** The sums by which numbers are told from other numbers. */
final class Checks {
    private static final Pattern GROUPING = Pattern.compile("[ ./-]");
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BASE32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] BECH32 = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32_SUM = 1;
    private static final int BECH32M_SUM = 0x2bc830a3;

    /** The registry of ISO 13616, edition 99: a country's letters, and how long its numbers are. */
    private static final Map<String, Integer> IBAN = lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29"
            + " BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28"
            + " HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19"
            + " MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24"
            + " SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private Checks() {}

    private static Map<String, Integer> lengths(String list) {
        var lengths = new HashMap<String, Integer>();
        for (String one : list.split(" ", -1)) {
            lengths.put(one.substring(0, 2), Integer.parseInt(one.substring(2)));
        }
        return Map.copyOf(lengths);
    }

    private static String bare(String text) {
        return GROUPING.matcher(text).replaceAll("");
    }

    /** Without all but digits, as numbers. */
    static int[] digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').map(c -> c - '0').toArray();
    }

    /**
     * ISO 13616: as long as its country's are; and the digits, with the country moved to the end and letters as numbers,
     * leave 1 modulo 97.
     *
     * @param text letters and digits of ASCII
     */
    static boolean iban(String text) {
        String bare = bare(text).toUpperCase(Locale.ROOT);
        if (bare.length() < 5 || IBAN.getOrDefault(bare.substring(0, 2), 0) != bare.length()) {
            return false;
        }
        var number = new StringBuilder();
        for (char c : (bare.substring(4) + bare.substring(0, 4)).toCharArray()) {
            number.append(Character.digit(c, 36));
        }
        return modulo(number.toString(), 97) == 1;
    }

    /** How long an IBAN is that begins so, without blanks; 0 if no country's does. */
    static int ibanLength(String beginning) {
        return IBAN.getOrDefault(beginning.substring(0, 2), 0);
    }

    private static int modulo(String number, int by) {
        return new BigInteger(number).mod(BigInteger.valueOf(by)).intValue();
    }

    /** ISO/IEC 7812, annex B. */
    static boolean luhn(String text) {
        int[] digits = digits(text);
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && Arrays.stream(digits).distinct().count() > 1;
    }

    /** ISO/IEC 7064, MOD 11,10: of German tax numbers. */
    static boolean mod1110(String text) {
        int[] digits = digits(text);
        int product = 10;
        for (int i = 0; i < digits.length - 1; i++) {
            int sum = (digits[i] + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits[digits.length - 1];
    }

    /** Whether the digits, each times its weight, make a sum that the number divides. */
    static boolean weighed(String text, int by, int... weights) {
        int[] digits = digits(text);
        int sum = 0;
        for (int i = 0; i < weights.length && i < digits.length; i++) {
            sum += digits[i] * weights[i];
        }
        return digits.length == weights.length && sum % by == 0;
    }

    /** Of the Spanish DNI and NIE: the letter is what the number leaves modulo 23. */
    static boolean spanish(String text) {
        String bare = bare(text).toUpperCase(Locale.ROOT);
        int first = "XYZ".indexOf(bare.charAt(0));
        String number =
                (first < 0 ? bare.substring(0, 1) : String.valueOf(first)) + bare.substring(1, bare.length() - 1);
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23) == bare.charAt(bare.length() - 1);
    }

    /** Of the French NIR: the last two digits are 97 less what the others leave modulo 97; Corsica has letters. */
    static boolean french(String text) {
        String bare = bare(text).toUpperCase(Locale.ROOT).replace("2A", "19").replace("2B", "18");
        return bare.chars().allMatch(Character::isDigit)
                && 97 - modulo(bare.substring(0, 13), 97) == Integer.parseInt(bare.substring(13));
    }

    /** Of the Brazilian CPF: two sums modulo 11. */
    static boolean brazilian(String text) {
        int[] digits = digits(text);
        for (int last = 9; last < 11; last++) {
            int sum = 0;
            for (int i = 0; i < last; i++) {
                sum += digits[i] * (last + 1 - i);
            }
            if (sum * 10 % 11 % 10 != digits[last]) {
                return false;
            }
        }
        return Arrays.stream(digits).distinct().count() > 1;
    }

    /** Base58Check, as in addresses of Bitcoin and its kin: the last four bytes are of the others' hash of a hash. */
    static boolean base58(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = BASE58.indexOf(text.charAt(i));
            if (digit < 0) {
                return false;
            }
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        byte[] bytes = new byte[25];
        byte[] given = number.toByteArray();
        int from = given.length > 1 && given[0] == 0 ? 1 : 0;
        if (given.length - from > bytes.length) {
            return false;
        }
        System.arraycopy(given, from, bytes, bytes.length - given.length + from, given.length - from);
        byte[] hash = Sha256.digest().digest(Sha256.digest().digest(Arrays.copyOf(bytes, 21)));
        return Arrays.equals(hash, 0, 4, bytes, 21, 25);
    }

    /** BIP 173 and BIP 350. */
    static boolean bech32(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int parted = lower.lastIndexOf('1');
        int sum = 1;
        for (byte c : lower.substring(0, parted).getBytes(StandardCharsets.US_ASCII)) {
            sum = step(sum, c >> 5);
        }
        sum = step(sum, 0);
        for (byte c : lower.substring(0, parted).getBytes(StandardCharsets.US_ASCII)) {
            sum = step(sum, c & 31);
        }
        for (char c : lower.substring(parted + 1).toCharArray()) {
            sum = step(sum, BASE32.indexOf(c));
        }
        return sum == BECH32_SUM || sum == BECH32M_SUM;
    }

    private static int step(int before, int value) {
        int top = before >>> 25;
        int sum = (before & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < BECH32.length; i++) {
            sum ^= (top >>> i & 1) == 1 ? BECH32[i] : 0;
        }
        return sum;
    }
}
