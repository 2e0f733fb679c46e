/**
 * The GraphQL half of NerdGraph: documents are parsed, validated and executed by graphql-java over the part of the schema that
 * the stand-in answers, and validated against a whole schema first where one is given. Errors have New Relic's shapes. Safe for
 * threads. Epoch times and durations are milliseconds here, timeouts seconds.
 */
@NullMarked
package io.github.sre4j.examples.standin.graphql;

import org.jspecify.annotations.NullMarked;
