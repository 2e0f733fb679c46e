/** Tables, columns and indexes that migrations declare: Flyway's SQL, Liquibase's change logs, and plain SQL scripts. */
@NullMarked
package io.github.sre4j.source.internal.schema;

import org.jspecify.annotations.NullMarked;
