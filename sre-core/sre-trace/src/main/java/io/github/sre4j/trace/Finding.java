package io.github.sre4j.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a trace that took time, with the spans it rests on. Texts are untrusted.
 *
 * @param kind what
 * @param harmless why it does not matter, or null if it does
 * @param service the service it happened in
 * @param subject the normalised statement, template of the URL, or name it is about; never null, may be empty
 * @param count number of spans or calls
 * @param unionNanos wall-clock time in which at least one of the spans ran; overlaps count once
 * @param sumNanos sum of their durations
 * @param savesUpToNanos the most a fix can take from the request: the raw saving of the fix, capped by drag; 0 if harmless
 * @param confidence from 0 to 1: 1 exact ids and text, 0.7 truncated or guessed, 0.5 independence unknown
 * @param independence whether the calls could run at the same time
 * @param spanIds the spans, in order of time
 * @param evidence the facts it rests on
 */
public record Finding(
        FindingKind kind,
        @Nullable Harmless harmless,
        String service,
        String subject,
        int count,
        long unionNanos,
        long sumNanos,
        long savesUpToNanos,
        double confidence,
        Independence independence,
        List<String> spanIds,
        List<Evidence> evidence) {

    /** Copies the lists. */
    public Finding {
        spanIds = List.copyOf(spanIds);
        evidence = List.copyOf(evidence);
    }

    /** Whether it matters in this request. */
    public boolean material() {
        return harmless == null;
    }
}
