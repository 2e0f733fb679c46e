/** Translation of monitors into alert conditions, clause by clause. Everything here is immutable and thread-safe unless a type says otherwise. */
@NullMarked
package io.github.sre4j.alerts.migrate.translate;

import org.jspecify.annotations.NullMarked;
