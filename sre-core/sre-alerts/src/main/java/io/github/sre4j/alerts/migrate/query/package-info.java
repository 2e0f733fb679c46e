/** OpenSearch's query DSL and query strings as one typed tree. Everything here is immutable and thread-safe unless a type says otherwise. */
@NullMarked
package io.github.sre4j.alerts.migrate.query;

import org.jspecify.annotations.NullMarked;
