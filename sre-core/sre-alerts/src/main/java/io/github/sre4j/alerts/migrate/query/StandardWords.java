package io.github.sre4j.alerts.migrate.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words of a text as OpenSearch's standard analyzer cuts them (Unicode Standard Annex 29, word boundaries): lower case, without punctuation. A period, an
 * apostrophe or a colon between letters, and a period or a comma between digits, belong to the word. Kanji and hiragana are words of one character.
 */
public final class StandardWords {

    private static final String BETWEEN_LETTERS = ".'’:·․﹒＇：．";
    private static final String BETWEEN_DIGITS = ".'’,;﹐﹔，；．";

    private StandardWords() {}

    /** Returns the words in their order. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (isSingle(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else if (isPart(c)) {
                if (!word.isEmpty()
                        && isKatakana(c) != isKatakana(word.codePointBefore(word.length()))
                        && c != '_'
                        && word.charAt(word.length() - 1) != '_') {
                    flush(word, words);
                }
                word.appendCodePoint(c);
            } else if (!word.isEmpty() && i + 1 < points.length && joins(points[i - 1], c, points[i + 1])) {
                word.appendCodePoint(c);
            } else if (Character.getType(c) != Character.FORMAT) {
                flush(word, words);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        String text = word.toString();
        if (text.codePoints().anyMatch(c -> c != '_')) {
            words.add(text.toLowerCase(Locale.ROOT));
        }
        word.setLength(0);
    }

    private static boolean joins(int before, int c, int after) {
        boolean letters = Character.isLetter(before)
                && Character.isLetter(after)
                && !isSingle(after)
                && !isKatakana(before)
                && !isKatakana(after);
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        return (letters && BETWEEN_LETTERS.indexOf(c) >= 0) || (digits && BETWEEN_DIGITS.indexOf(c) >= 0);
    }

    private static boolean isPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 'ー';
    }

    private static boolean isSingle(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA;
    }

    private static boolean isKatakana(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA || c == 'ー';
    }
}
