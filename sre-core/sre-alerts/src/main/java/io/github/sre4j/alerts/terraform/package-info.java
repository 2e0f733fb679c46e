/**
 * Service levels, alerts and a dashboard of New Relic as Terraform, from the standard and the measured service.
 *
 * <p>Start with {@link io.github.sre4j.alerts.terraform.ServiceModule}. There is one service level for each class and kind, never for each endpoint. Burn-rate
 * alerts are sized by the measured traffic, and each says how often it would have fired. Everything here is immutable and thread-safe unless a type says
 * otherwise.
 */
@NullMarked
package io.github.sre4j.alerts.terraform;

import org.jspecify.annotations.NullMarked;
