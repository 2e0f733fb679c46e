package io.github.sre4j.sli;

/** What makes an event good. */
public enum SliKind {
    /** Good means: answered within the threshold (duration ≤ T). */
    LATENCY("latency"),
    /** Good means: answered without an error. */
    ERRORS("errors");

    private final String id;

    SliKind(String id) {
        this.id = id;
    }

    /** The word used in files: {@code latency} or {@code errors}. */
    public String id() {
        return id;
    }
}
