/**
 * A story as JSON: the story file {@code sre-trace.json}, and messages for Slack.
 *
 * <p>Cost: linear. Threads: safe.
 */
@NullMarked
package io.github.sre4j.trace.render.json;

import org.jspecify.annotations.NullMarked;
