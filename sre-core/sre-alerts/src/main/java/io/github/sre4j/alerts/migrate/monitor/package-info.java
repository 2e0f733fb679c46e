/** OpenSearch Alerting monitors as values, read from every form in which they are exported. Everything here is immutable and thread-safe unless a type says otherwise. */
@NullMarked
package io.github.sre4j.alerts.migrate.monitor;

import org.jspecify.annotations.NullMarked;
