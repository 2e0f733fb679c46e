/** Answers that an organization gives once: indices, fields, questions. Everything here is immutable and thread-safe unless a type says otherwise. */
@NullMarked
package io.github.sre4j.alerts.migrate.mapping;

import org.jspecify.annotations.NullMarked;
