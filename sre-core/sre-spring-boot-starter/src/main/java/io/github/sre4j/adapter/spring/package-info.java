/**
 * Spring Boot (3 and 4): a service that has {@code sre-core} on its class path records its requests, and shows its report at {@code
 * /actuator/sre} where the actuator is there and exposes it.
 *
 * <p>Properties: {@code sre.enabled} (true), {@code sre.service} ({@code spring.application.name}), {@code sre.max-endpoints} (1000), {@code
 * sre.evaluate-every} (10s), {@code sre.recordings.folder} (none: nothing is written), {@code sre.recordings.instance} (1), {@code
 * sre.recordings.every} (1m). A bean of type {@code Standard} or {@code Product} takes the place of the built-in standard.
 */
@NullMarked
package io.github.sre4j.adapter.spring;

import org.jspecify.annotations.NullMarked;
