/**
 * The contract between sre4j and a kind of telemetry: event files, recordings, New Relic, or one of your own.
 *
 * <p>Implement {@link io.github.sre4j.telemetry.provider.TelemetryProvider}, name it in {@code
 * META-INF/services/io.github.sre4j.telemetry.provider.TelemetryProvider}, and put it on the class path. {@link
 * io.github.sre4j.telemetry.provider.TelemetryProviders} finds it, and is the one place that chooses between providers:
 *
 * <pre>{@code
 * Telemetry telemetry = TelemetryProviders.installed().open(TelemetryRequest.ofFiles(Path.of("build/events")));
 * TelemetrySource source = telemetry.require(TelemetrySource.class);
 * }</pre>
 *
 * <p>What a provider offers beyond measurements are its <em>capabilities</em>: interfaces of the module whose concept they are, such as {@code
 * DeploymentSource} here or {@code EvidenceSource} in the advisor. A module above adds a capability to the telemetry of a provider below by a
 * {@link io.github.sre4j.telemetry.provider.CapabilityFactory}, so that the provider does not know it.
 */
@NullMarked
package io.github.sre4j.telemetry.provider;

import org.jspecify.annotations.NullMarked;
