package io.github.sre4j.trace.detect;

import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.FindingKind;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.Independence;
import io.github.sre4j.trace.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding being written: computes what all findings have in common. Not thread-safe. */
final class FindingBuilder {

    /** Confidence where a text was cut or a parent guessed. */
    private static final double GUESSED = 0.7;
    /** Confidence where independence is not known. */
    private static final double INDEPENDENCE_UNKNOWN = 0.5;

    private static final int MAX_IDS = 500;

    private final DetectionContext seen;
    private final FindingKind kind;
    private final int[] spans;
    private final List<Evidence> evidence = new ArrayList<>();
    private String subject = "";
    private @Nullable Harmless harmless;
    private long rawSaving;
    private double confidence = 1;
    private Independence independence = Independence.NOT_ASKED;
    private long union;

    FindingBuilder(DetectionContext seen, FindingKind kind, int... spans) {
        this.seen = seen;
        this.kind = kind;
        this.spans = seen.byStart(spans);
        this.union = seen.union(this.spans);
        for (int span : spans) {
            guessedIf(seen.trace().parentAssumed(span));
        }
    }

    long union() {
        return union;
    }

    /** The time it took where that is more than the spans themselves, such as waiting between them. */
    FindingBuilder took(long nanos) {
        this.union = nanos;
        return this;
    }

    FindingBuilder about(String newSubject) {
        this.subject = newSubject;
        return this;
    }

    FindingBuilder saves(long nanos) {
        this.rawSaving = nanos;
        return this;
    }

    FindingBuilder guessedIf(boolean guessed) {
        return guessed ? confidence(GUESSED) : this;
    }

    FindingBuilder confidence(double limit) {
        this.confidence = Math.min(confidence, limit);
        return this;
    }

    FindingBuilder independence(Independence answer) {
        this.independence = answer;
        if (answer.reason() != Independence.Reason.NOT_ASKED && answer.verdict() == Independence.Verdict.UNKNOWN) {
            confidence(INDEPENDENCE_UNKNOWN);
        }
        return this;
    }

    FindingBuilder evidence(Evidence fact) {
        evidence.add(fact);
        return this;
    }

    FindingBuilder number(Evidence.Key key, long number) {
        return evidence(Evidence.number(key, number));
    }

    FindingBuilder text(Evidence.Key key, String text) {
        return evidence(Evidence.text(key, text));
    }

    FindingBuilder span(Evidence.Key key, int span) {
        return span < 0 ? this : evidence(Evidence.span(key, seen.span(span)));
    }

    /** Harmless for a reason, unless it already is. */
    FindingBuilder harmlessIf(boolean is, Harmless.Reason reason, long limitNanos) {
        if (is && harmless == null) {
            harmless = new Harmless(reason, union, limitNanos);
        }
        return this;
    }

    /** Harmless if a fix would give back less than a limit, unless it already is. */
    FindingBuilder worthwhile(long minSavingNanos) {
        if (rawSaving < minSavingNanos && harmless == null) {
            harmless = new Harmless(Harmless.Reason.LITTLE_TO_GAIN, Math.max(0, rawSaving), minSavingNanos);
        }
        return this;
    }

    /** The reasons that hold for every kind. */
    FindingBuilder matters(long minNanos) {
        harmlessIf(union < minNanos, Harmless.Reason.BELOW_TIME_LIMIT, minNanos);
        long waited = drag();
        harmlessIf(waited == 0 && inBackground(), Harmless.Reason.IN_BACKGROUND, 0);
        return harmlessIf(waited == 0, Harmless.Reason.OFF_CRITICAL_PATH, 0);
    }

    /** Repeats count by the time that was waited for, wherever they lie. */
    FindingBuilder waitedFor(long minNanos) {
        if (harmless == null && drag() < minNanos) {
            harmless = new Harmless(Harmless.Reason.LITTLE_TO_GAIN, drag(), minNanos);
        }
        return this;
    }

    private boolean inBackground() {
        for (int span : spans) {
            if (!seen.trace().background(span)) {
                return false;
            }
        }
        return true;
    }

    long drag() {
        return seen.path().dragNanos(spans);
    }

    Finding finding() {
        Span first = seen.span(spans[0]);
        seen.name(spans);
        long total = seen.trace().durationNanos();
        if (total > 0) {
            number(Evidence.Key.SHARE_PER_MILLE, Math.round(1000.0 * Math.min(union, total) / total));
        }
        return new Finding(
                kind,
                harmless,
                first.service(),
                subject,
                spans.length,
                union,
                sum(),
                harmless == null ? Math.max(0, Math.min(rawSaving, drag())) : 0,
                confidence,
                independence,
                ids(),
                evidence);
    }

    private long sum() {
        long sum = 0;
        for (int span : spans) {
            sum += seen.duration(span);
        }
        return sum;
    }

    private List<String> ids() {
        String[] ids = new String[Math.min(MAX_IDS, spans.length)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = seen.span(spans[i]).id();
        }
        return List.of(ids);
    }
}
