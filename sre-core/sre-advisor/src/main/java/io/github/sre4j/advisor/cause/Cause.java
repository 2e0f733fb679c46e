package io.github.sre4j.advisor.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Why requests of an endpoint are slow or fail.
 *
 * @param kind what
 * @param subject the statement, host, code or exception it is about; masked, untrusted as markup; may be empty
 * @param target where to look in the source
 * @param facts what it rests on, most telling first
 * @param confidence from 0 to 1: 1 exact ids and text, 0.7 truncated, guessed or from metrics alone, 0.5 independence unknown, 0.3 a hint
 * @param calls how often the thing happens in a slow request, 0 if that makes no sense
 */
public record Cause(CauseKind kind, String subject, Target target, List<Fact> facts, double confidence, double calls) {

    /** Copies the list. */
    public Cause {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(target, "target");
        facts = List.copyOf(facts);
    }

    /** The cause with one more fact. */
    public Cause with(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new Cause(kind, subject, target, more, confidence, calls);
    }

    /** The cause with more facts, said last of their basis. */
    Cause with(List<Fact> others) {
        Cause told = this;
        for (Fact fact : others) {
            told = told.with(fact);
        }
        return told;
    }

    /** The cause as another kind, which says more. */
    public Cause as(CauseKind other, double lessConfidence) {
        return new Cause(other, subject, target, facts, Math.min(confidence, lessConfidence), calls);
    }
}
