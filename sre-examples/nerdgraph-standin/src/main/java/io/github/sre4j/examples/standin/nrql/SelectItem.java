package io.github.sre4j.examples.standin.nrql;

import org.jspecify.annotations.Nullable;

/** A selected or grouped value with its alias, if any. */
public record SelectItem(Expr value, @Nullable String alias) {}
