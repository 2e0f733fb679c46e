/**
 * Daily digest: what changed since the last one, with owner and next step, as a message for Slack.
 *
 * <p>Start with {@link io.github.sre4j.alerts.digest.Digest}. {@link io.github.sre4j.alerts.digest.DigestState} is what the next digest compares with. Everything
 * here is immutable and thread-safe.
 */
@NullMarked
package io.github.sre4j.alerts.digest;

import org.jspecify.annotations.NullMarked;
