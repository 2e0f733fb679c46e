/**
 * The check of a build. Start with {@link io.github.sre4j.check.CheckRun}, which does all of it:
 *
 * <pre>{@code
 * CheckResult result = CheckRun.ofProduct(Path.of("."))
 *         .telemetry(TelemetryRequest.ofFiles(Path.of("build/events")))
 *         .output(Path.of("build/sre"))
 *         .run();
 * }</pre>
 *
 * <p>A {@link io.github.sre4j.check.ServiceLevelCheck} measures and decides alone, and is immutable and safe to share between threads:
 *
 * <pre>{@code
 * ServiceLevelCheck check = new ServiceLevelCheck(DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.systemUTC());
 * CheckOptions options = new CheckOptions(service, window, Enforcement.RATCHET, OnNoData.FAIL);
 * ServiceLevelReport report = check.run(source, options, ProgressListener.NONE);
 * }</pre>
 */
@NullMarked
package io.github.sre4j.check;

import org.jspecify.annotations.NullMarked;
