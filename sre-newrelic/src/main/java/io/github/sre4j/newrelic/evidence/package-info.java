/** Why endpoints miss, from New Relic: unsampled metrics of all endpoints first, then traces and failures of the few that are asked about. */
@NullMarked
package io.github.sre4j.newrelic.evidence;

import org.jspecify.annotations.NullMarked;
