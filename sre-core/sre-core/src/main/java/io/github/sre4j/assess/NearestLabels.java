package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import java.util.Comparator;
import java.util.List;

/** Finds the endpoints that a pattern without a match may mean, by edit distance (V. I. Levenshtein, 1966). Bounded in time, whatever the names. */
final class NearestLabels {

    private static final int MAX_LENGTH = 200;
    private static final int MAX_COMPARED = 2_000;
    private static final int NAMED = 3;

    private record Candidate(String label, int distance) {}

    private NearestLabels() {}

    /** Returns the labels of the endpoints whose name or label is nearest to the pattern, nearest first; empty if none is near. */
    static List<String> of(String pattern, List<Endpoint> endpoints) {
        String plain = pattern.replace("*", "");
        if (plain.isBlank()) {
            return List.of();
        }
        // People write stored names and labels; both are compared as labels, whose length says how near is near.
        String label = Endpoint.of(new EndpointName(plain)).label();
        return endpoints.stream()
                .limit(MAX_COMPARED)
                .map(endpoint -> new Candidate(
                        endpoint.label(),
                        Math.min(distance(plain, endpoint.label()), distance(label, endpoint.label()))))
                .filter(candidate -> candidate.distance() <= Math.max(2, label.length() / 3))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::label))
                .limit(NAMED)
                .map(Candidate::label)
                .toList();
    }

    private static int distance(String one, String other) {
        if (one.length() > MAX_LENGTH || other.length() > MAX_LENGTH) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
