package io.github.sre4j.text.mask;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells what has a form by chance from what is meant. */
final class Checks {

    /** How far back the path of an address is looked for. */
    private static final int LONGEST_PATH = 4_000;

    /** Punctuation that may follow a word: ends of sentences and of clauses, closing brackets and quotes. */
    private static final String ENDS = ".:!?…。;,)]}>\"'”’»、，；）」";

    /** Words that say how a secret is. */
    private static final Set<String> STATES = Set.of(
            "null",
            "none",
            "nil",
            "undefined",
            "true",
            "false",
            "missing",
            "required",
            "invalid",
            "valid",
            "expired",
            "empty",
            "blank",
            "wrong",
            "incorrect",
            "unknown",
            "malformed",
            "revoked",
            "disabled",
            "locked",
            "not",
            "too",
            "already",
            "no",
            "a",
            "an",
            "the",
            "mandatory",
            "absent",
            "unset",
            "unsupported",
            "being",
            "in",
            "of",
            "for",
            "from",
            "on",
            "to",
            "longer",
            "shorter",
            "optional");

    private Checks() {}

    /** A question mark follows a path or an address, as opposed to ending a question or standing for a value in SQL. */
    static boolean afterPath(String text, int from, int to) {
        for (int i = from - 2; i >= 0 && from - i < LONGEST_PATH; i--) {
            char c = text.charAt(i);
            if (c == '/') {
                return true;
            }
            if (Character.isWhitespace(c) || "\"'<>\\".indexOf(c) >= 0) {
                return false;
            }
        }
        return false;
    }

    /** "Token validation failed" holds no token: a secret is not all lower-case letters. */
    static boolean notAWord(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> c != '.' && c != '-' && (c < 'a' || c > 'z'));
    }

    /** Names of constraints and classes have neither: {@code pk_customer_orders}. */
    static boolean hasDigitOrCapital(String text, int from, int to) {
        return text.substring(from, to).chars().skip(4).anyMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    /** Returns whether a word is a secret, and does not say how one is: {@code "token" is null}, {@code The token is expired.}. */
    static boolean notAState(String text, int from, int to) {
        int end = to;
        while (end > from && ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return !STATES.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
    }

    /** The check digit of card numbers (ISO/IEC 7812, Luhn). */
    static boolean luhn(String text, int from, int to) {
        int sum = 0;
        int digits = 0;
        for (int i = to - 1; i >= from; i--) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                int weighed = digits % 2 == 1 ? digit * 2 : digit;
                sum += weighed > 9 ? weighed - 9 : weighed;
                digits++;
            }
        }
        return digits >= 13 && digits <= 19 && sum % 10 == 0;
    }

    /** This machine's own address says nothing about anybody. */
    static boolean notLoopback(String text, int from, int to) {
        return !text.startsWith("127.", from) && !text.substring(from, to).equals("0.0.0.0");
    }

    /** Eight groups, or fewer with one gap; times of day and names such as {@code A::B} are none, and {@code ::1} is this machine. */
    static boolean ipv6(String text, int from, int to) {
        String address = text.substring(from, to);
        int gap = address.indexOf("::");
        List<String> groups = Arrays.stream(address.split(":"))
                .filter(group -> !group.isEmpty())
                .toList();
        if (gap < 0) {
            return groups.size() == 8 && !address.startsWith(":") && !address.endsWith(":");
        }
        return address.indexOf("::", gap + 1) < 0
                && groups.size() <= 7
                && (groups.size() >= 3 || groups.stream().anyMatch(group -> group.length() >= 3));
    }
}
