/** Report of a migration. Everything here is immutable and thread-safe unless a type says otherwise. */
@NullMarked
package io.github.sre4j.alerts.migrate.report;

import org.jspecify.annotations.NullMarked;
