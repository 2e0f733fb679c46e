/** HTTP clients for the APIs of New Relic. */
@NullMarked
package io.github.sre4j.newrelic.http;

import org.jspecify.annotations.NullMarked;
