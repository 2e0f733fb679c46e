/** Trigger scripts of monitors, as far as their meaning is certain. Everything here is immutable and thread-safe unless a type says otherwise. */
@NullMarked
package io.github.sre4j.alerts.migrate.trigger;

import org.jspecify.annotations.NullMarked;
