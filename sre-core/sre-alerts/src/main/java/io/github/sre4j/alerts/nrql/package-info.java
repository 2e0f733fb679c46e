/** Conditions of NRQL as a tree, and their text. Everything here is immutable and thread-safe. */
@NullMarked
package io.github.sre4j.alerts.nrql;

import org.jspecify.annotations.NullMarked;
