package io.github.sre4j.sli;

/** What makes an event good. */
public enum SliKind {
    /** Good means: answered within the threshold (duration ≤ T). */
    LATENCY("latency"),
    /** Good means: answered without an error. */
    ERRORS("errors"),
    /** Good means: the page moved no more than the limit (layout shift ≤ limit). */
    SHIFT("shift");

    private final String id;

    SliKind(String id) {
        this.id = id;
    }

    /** The word used in files: {@code latency}, {@code errors} or {@code shift}. */
    public String id() {
        return id;
    }
}
