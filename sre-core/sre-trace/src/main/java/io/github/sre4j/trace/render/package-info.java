/**
 * A story for a place: terminal, Markdown, HTML; JSON and Slack in {@code trace.render.json}.
 *
 * <p>A renderer computes nothing: it chooses words, escapes what comes from telemetry for its place, and lays out. What it reads is
 * masked already. Cost: linear in the spans. Threads: safe.
 */
@NullMarked
package io.github.sre4j.trace.render;

import org.jspecify.annotations.NullMarked;
