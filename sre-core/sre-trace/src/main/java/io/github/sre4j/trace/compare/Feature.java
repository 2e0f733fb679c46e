package io.github.sre4j.trace.compare;

/**
 * Something by which requests can differ. Masked, untrusted.
 *
 * @param kind what kind of thing
 * @param name the call, piece of code, or attribute
 * @param value the attribute's value, else empty
 */
public record Feature(Kind kind, String name, String value) implements Comparable<Feature> {

    /** What kind of thing a feature is. */
    public enum Kind {
        /** A call or piece of code is there at all. */
        PRESENCE,
        /** How often a call or piece of code is there. */
        CALLS,
        /** An attribute has a value. */
        ATTRIBUTE
    }

    @Override
    public int compareTo(Feature other) {
        int byKind = kind.compareTo(other.kind);
        int byName = byKind != 0 ? byKind : name.compareTo(other.name);
        return byName != 0 ? byName : value.compareTo(other.value);
    }
}
