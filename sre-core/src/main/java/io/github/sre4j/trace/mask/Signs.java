package io.github.sre4j.trace.mask;

import org.jspecify.annotations.Nullable;

/**
 * What a text holds that some rule cannot do without. One look at the characters spares most texts most of the rules, whose patterns cost far more than the
 * look.
 */
final class Signs {

    static final int DIGIT = 1;
    static final int AT = 2;
    static final int COLON = 4;
    /** Letters, digits, {@code _} and {@code -} in a row, as keys of services and UUIDs have them. */
    static final int LONG_WORD = 8;
    /** How a word starts that names a secret. */
    static final int SECRET_WORD = 16;

    static final int WEB_TOKEN = 32;
    static final int PEM = 64;
    /** The shortest key any rule knows, {@code NRAK} and eight characters. */
    private static final int MIN_LONG_WORD = 12;

    /** By first letter, from {@code a}. */
    private static final String @Nullable [][] SECRET_WORDS = new String[26][];

    static {
        SECRET_WORDS['a' - 'a'] = new String[] {"api", "acce", "auth"};
        SECRET_WORDS['b' - 'a'] = new String[] {"bear", "basi"};
        SECRET_WORDS['c' - 'a'] = new String[] {"cred", "cook", "cvv", "cvc"};
        SECRET_WORDS['d' - 'a'] = new String[] {"dige"};
        SECRET_WORDS['l' - 'a'] = new String[] {"lice"};
        SECRET_WORDS['o' - 'a'] = new String[] {"otp"};
        SECRET_WORDS['p' - 'a'] = new String[] {"pass", "pwd", "priv"};
        SECRET_WORDS['s' - 'a'] = new String[] {"secr", "sess", "sign"};
        SECRET_WORDS['t' - 'a'] = new String[] {"toke"};
    }

    private Signs() {}

    /** All signs of a text, added up. */
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
            } else if (c == '-' && text.startsWith("-----BEGIN", i)) {
                signs |= PEM;
            }
        }
        return signs;
    }

    private static int word(String text, int at, String @Nullable [] words) {
        if (words == null) {
            return 0;
        }
        for (String word : words) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return SECRET_WORD;
            }
        }
        return 0;
    }
}
