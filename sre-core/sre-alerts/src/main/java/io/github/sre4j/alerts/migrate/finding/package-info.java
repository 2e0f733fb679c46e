/** Verdicts on the parts of a monitor, and questions to its owner. Everything here is immutable and thread-safe unless a type says otherwise. */
@NullMarked
package io.github.sre4j.alerts.migrate.finding;

import org.jspecify.annotations.NullMarked;
