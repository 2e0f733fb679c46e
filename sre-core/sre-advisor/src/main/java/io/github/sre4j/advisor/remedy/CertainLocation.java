package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceLocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides whether a list of possible locations leaves one that may be named. */
public final class CertainLocation {

    /** A location that is not better by more than this is as good. */
    private static final double TIE = 0.1;

    /** Locations below are possible, not known. */
    private static final double MIN_SCORE = 0.5;

    private CertainLocation() {}

    /**
     * Returns the one location that is known.
     *
     * @param locations possible locations, in any order; entries for the same line count once
     * @return empty if there is none, if several are as good, or if the best is only possible
     */
    public static Optional<SourceLocation> of(List<SourceLocation> locations) {
        List<SourceLocation> sorted = locations.stream()
                .sorted(Comparator.comparingDouble(SourceLocation::score).reversed())
                .toList();
        if (sorted.isEmpty() || sorted.get(0).score() < MIN_SCORE) {
            return Optional.empty();
        }
        SourceLocation best = sorted.get(0);
        boolean tie = sorted.stream()
                .skip(1)
                .anyMatch(other -> !isSameLine(best, other) && other.score() >= best.score() - TIE);
        return tie ? Optional.empty() : Optional.of(best);
    }

    private static boolean isSameLine(SourceLocation one, SourceLocation other) {
        return one.file().equals(other.file()) && one.line() == other.line();
    }
}
