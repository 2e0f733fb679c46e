package io.github.sre4j.standard.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant. */
final class NearMiss {

    private static final int MOST_EDITS = 2;

    private NearMiss() {}

    /** The allowed word closest to the one written, if it is close. */
    static Optional<String> of(String written, List<String> allowed) {
        String word = written.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(candidate -> candidate.length() > MOST_EDITS
                        && distance(word, candidate.toLowerCase(Locale.ROOT)) <= MOST_EDITS)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT))));
    }

    /** Edits between two words (Levenshtein 1965), with two rows. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
