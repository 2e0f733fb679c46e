/**
 * The main job as one call: measure a service, assess it against the standard, decide about the build, and return the report.
 *
 * <pre>{@code
 * ServiceLevelCheck check = new ServiceLevelCheck(DefaultStandard.get(), Product.NOT_CONFIGURED, Clock.systemUTC());
 * ServiceLevelReport report = check.run(source, CheckOptions.of(service, window), ProgressListener.NONE);
 * }</pre>
 *
 * <p>A {@link io.github.sre4j.check.ServiceLevelCheck} is immutable and safe to share between threads.
 */
@NullMarked
package io.github.sre4j.check;

import org.jspecify.annotations.NullMarked;
