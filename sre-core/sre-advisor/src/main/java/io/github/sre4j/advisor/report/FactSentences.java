package io.github.sre4j.advisor.report;

import io.github.sre4j.advisor.Candidate;
import io.github.sre4j.advisor.cause.Basis;
import io.github.sre4j.advisor.cause.Fact;
import io.github.sre4j.code.HandlerGap;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a cause rests on, in words. Immutable. */
final class FactSentences {

    static final String EXAMPLE = "example";
    static final String MESSAGE = "error-message";

    private static final String GAP = "handler-gap";

    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final Texts words;
    private final Formats formats;
    private final CandidateNumbers numbers;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> prose;

    FactSentences(
            Texts words,
            Formats formats,
            CandidateNumbers numbers,
            UnaryOperator<String> name,
            UnaryOperator<String> prose) {
        this.words = words;
        this.formats = formats;
        this.numbers = numbers;
        this.name = name;
        this.prose = prose;
    }

    /** What it rests on: for each basis one paragraph that names it, and last how to look at an example. */
    List<String> facts(Candidate candidate) {
        List<Fact> facts = candidate.cause().facts();
        List<String> paragraphs = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            String all = facts.stream()
                    .filter(fact -> fact.basis() == basis && !EXAMPLE.equals(fact.key()))
                    .map(this::statement)
                    .collect(Collectors.joining(words.get("fact.separator")));
            if (!all.isEmpty()) {
                paragraphs.add(words.get("fact.by-basis", words.get("basis." + basis.name()), all));
            }
        }
        facts.stream()
                .filter(fact -> EXAMPLE.equals(fact.key()))
                .map(this::statement)
                .forEach(paragraphs::add);
        return paragraphs;
    }

    /** One fact with its basis. */
    String fact(Fact fact) {
        return words.get("fact.by-basis", words.get("basis." + fact.basis().name()), statement(fact));
    }

    /** One fact alone. */
    String statement(Fact fact) {
        if (GAP.equals(fact.key())) {
            // The reason is a text of the index, with a detail from the source or from telemetry.
            String detail = fact.values().get(1).toString();
            HandlerGap gap = new HandlerGap(
                    HandlerGap.Kind.valueOf(fact.values().get(0).toString()),
                    detail.isEmpty() ? "" : name.apply(detail));
            return words.get("fact." + GAP, gap.in(words));
        }
        return words.get(
                "fact." + fact.key() + (isUnsafe(fact) ? ".unsafe" : ""),
                fact.values().stream()
                        .map(value -> MESSAGE.equals(fact.key()) ? prose.apply(value.toString()) : value(value))
                        .toArray());
    }

    /** Returns whether an example has an id that must not be part of a command: it comes from telemetry, and readers paste the line into a shell. */
    private static boolean isUnsafe(Fact fact) {
        return EXAMPLE.equals(fact.key())
                && fact.values().stream()
                        .anyMatch(id -> !SAFE_ID.matcher(id.toString()).matches());
    }

    private Object value(Object value) {
        if (value instanceof String text) {
            return name.apply(text);
        }
        if (value instanceof Duration duration) {
            return formats.duration(duration);
        }
        if (value instanceof Instant instant) {
            return formats.instant(instant);
        }
        if (value instanceof Fact.Share share) {
            return formats.percent(share.ratio());
        }
        if (value instanceof Fact.Times times) {
            return numbers.times(times.number());
        }
        return value;
    }
}
