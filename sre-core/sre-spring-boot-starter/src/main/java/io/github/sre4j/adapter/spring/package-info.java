/**
 * Spring Boot 3.5 and 4: a service with {@code sre-spring-boot-starter} records its requests (Spring MVC by a servlet filter, WebFlux by the
 * observations of the actuator) and shows its report at {@code /actuator/sre} where that endpoint is exposed.
 *
 * <p>Start with {@link io.github.sre4j.adapter.spring.ServiceLevelProperties}. A bean of type {@code Standard} or {@code Product} replaces the
 * built-in standard.
 */
@NullMarked
package io.github.sre4j.adapter.spring;

import org.jspecify.annotations.NullMarked;
