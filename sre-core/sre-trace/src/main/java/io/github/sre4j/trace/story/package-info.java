/**
 * From what was read about a request to the story of it: the one entry point of the trace room.
 *
 * <pre>{@code
 * TraceData data = TraceFiles.read(folder).trace(traceId);   // or rows.add("Span", row) from NRDB, or an OTLP, Jaeger, Zipkin file
 * TraceStory story = TraceAnalyzer.DEFAULT.read(data);                // cleaned, analysed, masked
 * String markdown = MarkdownStory.of(story, Texts.of("en"));         // or TerminalStory, HtmlStory, SlackStory, JsonStory
 * }</pre>
 *
 * <p>A {@link io.github.sre4j.trace.story.TraceStory} is masked: whatever a renderer writes, no secret can be in it. Its lines are
 * statements, each resting on facts (spans, log lines, rows, findings) by id and number; {@link io.github.sre4j.trace.story.FactCheck}
 * checks that. The words come from the bundle {@code trace.properties} when a renderer asks, so one story can be told in several
 * languages.
 *
 * <p>Cost: O(n log n) in spans, linear in log lines. Threads: {@code TraceAnalyzer} and {@code TraceStory} are safe to share. Units:
 * nanoseconds.
 */
@NullMarked
package io.github.sre4j.trace.story;

import org.jspecify.annotations.NullMarked;
