/** What a check of a service in Prometheus costs, measured against the real server. */
@NullMarked
package io.github.sre4j.benchmarks.prometheus;

import org.jspecify.annotations.NullMarked;
