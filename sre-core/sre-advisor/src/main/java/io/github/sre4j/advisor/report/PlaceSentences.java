package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a change is made, in words. Immutable. */
final class PlaceSentences {

    private final Texts words;
    private final UnaryOperator<String> name;

    PlaceSentences(Texts words, UnaryOperator<String> name) {
        this.words = words;
        this.name = name;
    }

    /** What is said before the places: which of them, or that there are none; empty where there is one. */
    Optional<String> beforePlaces(Candidate candidate, boolean sourceAtHand) {
        if (candidate.places().isEmpty()) {
            return Optional.of(words.get(sourceAtHand ? "where.unknown" : "where.no-source"));
        }
        if (candidate.fix().at().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(words.get(candidate.places().size() > 1 ? "where.several" : "where.possible"));
    }

    /** The places to show: one where the change is known to be made, else all. */
    List<SourceLocation> places(Candidate candidate) {
        List<SourceLocation> sure = candidate.fix().places();
        return sure.isEmpty() ? candidate.places() : sure;
    }

    /** The class and method of a place, without its file. */
    String codeName(SourceLocation place) {
        return name.apply(inClass(place));
    }

    /** A place. */
    String place(SourceLocation place) {
        return words.get(
                "where.in", name.apply(place.file()), String.valueOf(place.line()), name.apply(inClass(place)));
    }

    private static String inClass(SourceLocation place) {
        return place.method() == null
                ? place.name(SourceName.FIELD)
                        .map(field -> CandidateNumbers.simpleName(place.className()) + "." + field)
                        .orElse(CandidateNumbers.simpleName(place.className()))
                : CandidateNumbers.simpleName(place.className()) + "." + place.method();
    }
}
