package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.tracking.CandidateOutcome;
import io.github.sre4j.advisor.tracking.TrackRecord;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What became of earlier proposals, in words. Immutable. */
final class TrackSentences {

    private final Texts words;
    private final Formats formats;
    private final CandidateNumbers numbers;
    private final UnaryOperator<String> prose;

    TrackSentences(Texts words, Formats formats, CandidateNumbers numbers, UnaryOperator<String> prose) {
        this.words = words;
        this.formats = formats;
        this.numbers = numbers;
        this.prose = prose;
    }

    /** Returns the observed impact of accepted candidates: first how the ranking does, then each; empty if none was taken. */
    List<String> track(TrackRecord track) {
        List<String> lines = new ArrayList<>();
        track.medianKept()
                .ifPresent(median -> lines.add(
                        words.get("track.median", track.done(), formats.percent(CandidateNumbers.rounded(median)))));
        for (CandidateOutcome outcome : track.outcomes()) {
            String title = prose.apply(outcome.taken().title());
            boolean errors = outcome.taken().errors();
            lines.add(outcome.observedPerDay()
                    .map(observed -> words.get(
                            errors ? "track.done.errors" : "track.done",
                            title,
                            amount(outcome.taken().predicted(), errors),
                            amount(observed, errors),
                            amount(outcome.low(), errors),
                            amount(outcome.high(), errors),
                            formats.percent(
                                    CandidateNumbers.rounded(outcome.kept().orElse(0.0)))))
                    .orElseGet(() -> words.get("track.waiting", title)));
        }
        return lines;
    }

    private String amount(double perDay, boolean errors) {
        String size = errors ? numbers.count(Math.abs(perDay)) : numbers.seconds(Math.abs(perDay));
        return perDay < 0 ? "−" + size : size;
    }
}
