/**
 * Terraform's language as a small tree, and its text as {@code terraform fmt} leaves it.
 *
 * <p>Start with {@link io.github.sre4j.alerts.hcl.HclBlock} and {@link io.github.sre4j.alerts.hcl.HclWriter}. Everything here is immutable and thread-safe
 * except the builder of a block.
 */
@NullMarked
package io.github.sre4j.alerts.hcl;

import org.jspecify.annotations.NullMarked;
