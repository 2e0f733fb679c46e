/**
 * A client for NerdGraph, New Relic's GraphQL API, that survives what the API does: errors with status 200, several shapes of errors, partial
 * data, rate limits, timeouts, proxies' pages in place of answers.
 *
 * <p>The key reaches nothing but the request header. Types are safe to share between threads unless they say otherwise.
 */
@NullMarked
package io.github.sre4j.newrelic.nerdgraph;

import org.jspecify.annotations.NullMarked;
