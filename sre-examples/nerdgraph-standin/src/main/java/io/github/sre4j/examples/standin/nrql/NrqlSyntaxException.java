package io.github.sre4j.examples.standin.nrql;

/** Text that is not NRQL, worded as New Relic words it. */
public final class NrqlSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    NrqlSyntaxException(int line, int position, String what) {
        super("NRQL Syntax Error: Error at line " + line + " position " + position + ", " + what);
        this.position = position;
    }

    /** The column of the offending token in its line, counted from 1. */
    public int position() {
        return position;
    }
}
