package io.github.sre4j.advisor;

/** Why a candidate is worth less than it looks. */
public enum Caveat {
    /** Hardly anybody asks for it. */
    TRIVIAL_TRAFFIC("trivial-traffic"),
    /** The time is spent by somebody else's service. */
    THIRD_PARTY("third-party");

    private final String id;

    Caveat(String id) {
        this.id = id;
    }

    /** The id in files and of its text. */
    public String id() {
        return id;
    }
}
