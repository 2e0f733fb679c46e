package io.github.sre4j.examples.standin.nrql;

/** What stands between parentheses: a value or a condition. */
public sealed interface Node permits Expr, Cond {}
