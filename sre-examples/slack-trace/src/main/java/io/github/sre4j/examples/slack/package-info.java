/**
 * A Slack app that tells trace stories: {@code /nr <trace id>} in a channel, or a mention with a trace id in a thread.
 *
 * <p>Requests of Slack are verified and parsed by Slack's own framework, Bolt; the JDK's server listens. Every request is answered at once, as
 * Slack waits for three seconds alone; the story follows when New Relic has answered.
 */
@NullMarked
package io.github.sre4j.examples.slack;

import org.jspecify.annotations.NullMarked;
