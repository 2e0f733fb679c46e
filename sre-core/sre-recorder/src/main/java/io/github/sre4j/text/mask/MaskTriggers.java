package io.github.sre4j.text.mask;

import java.util.Arrays;

/**
 * What a text holds that some rule cannot do without. One look at the characters spares most texts most of the rules, whose patterns cost far more than the
 * look.
 */
final class MaskTriggers {

    static final int DIGIT = 1;
    static final int AT = 2;
    static final int COLON = 4;
    /** Letters, digits, {@code _} and {@code -} in a row, as keys of services and UUIDs have them. */
    static final int LONG_WORD = 8;
    /** How a word starts that names a secret. */
    static final int SECRET_WORD = 16;

    static final int WEB_TOKEN = 32;
    static final int PEM = 64;
    static final int QUESTION_MARK = 128;
    static final int HASH = 256;
    /** The shortest key any rule knows, {@code NRAK-} and six characters. */
    private static final int MIN_LONG_WORD = 11;

    /** By first letter, from {@code a}. */
    private static final String[][] SECRET_WORDS = byFirstLetter(
            "api", "acce", "auth", "bear", "basi", "cred", "cook", "cvv", "cvc", "dige", "hook", "jses", "lice", "nego",
            "otp", "pass", "pwd", "priv", "secr", "sess", "sign", "toke");

    private MaskTriggers() {}

    private static String[][] byFirstLetter(String... words) {
        String[][] lists = new String[26][0];
        for (String word : words) {
            int letter = word.charAt(0) - 'a';
            String[] list = Arrays.copyOf(lists[letter], lists[letter].length + 1);
            list[list.length - 1] = word;
            lists[letter] = list;
        }
        return lists;
    }

    /** Returns all signs of a text, added up. */
    static int of(String text) {
        int signs = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int letter = (c | 0x20) - 'a';
            boolean isLetter = c < 128 && letter >= 0 && letter < 26;
            boolean isDigit = c >= '0' && c <= '9';
            run = isLetter || isDigit || c == '_' || c == '-' ? run + 1 : 0;
            if (run == MIN_LONG_WORD) {
                signs |= LONG_WORD;
            }
            if (isLetter) {
                signs |= word(text, i, SECRET_WORDS[letter]);
                if (c == 'e' && text.startsWith("eyJ", i)) {
                    signs |= WEB_TOKEN;
                }
            } else if (isDigit) {
                signs |= DIGIT;
            } else if (c == '@') {
                signs |= AT;
            } else if (c == ':') {
                signs |= COLON;
            } else if (c == '?') {
                signs |= QUESTION_MARK;
            } else if (c == '#') {
                signs |= HASH;
            } else if (c == '-' && text.startsWith("-----BEGIN", i)) {
                signs |= PEM;
            }
        }
        return signs;
    }

    private static int word(String text, int at, String[] words) {
        for (String word : words) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return SECRET_WORD;
            }
        }
        return 0;
    }
}
