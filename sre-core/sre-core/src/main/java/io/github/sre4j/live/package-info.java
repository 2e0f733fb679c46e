/**
 * A service that knows at any moment whether it meets the standard: what its recorder saw, judged as {@code sre:check} judges it.
 *
 * <pre>{@code
 * LiveServiceLevel live = LiveServiceLevel.builder("orders", DefaultStandard.get()).build();
 * live.recorder().record("WebTransaction/SpringController/owners (GET)", nanos, RequestOutcome.OK);
 *
 * live.onChange(change -> alert(change));
 * Closeable running = live.every(Duration.ofSeconds(10), executor);   // or call live.evaluate() yourself
 *
 * ServiceLevelReport report = live.report(RollingWindow.HOUR);
 * }</pre>
 *
 * <p>The same standard, statistics and report as in a build. Two things differ. A running service looks again and again, and the bound on false
 * alarms holds for one look, not for all looks of a day; that is what {@link io.github.sre4j.live.Hysteresis} is for. And it knows only
 * itself: other instances of the service have their own view, which recordings merge.
 *
 * <p>Nothing here starts a thread; clock, executor and recorder are given. All types are thread-safe.
 */
@NullMarked
package io.github.sre4j.live;

import org.jspecify.annotations.NullMarked;
