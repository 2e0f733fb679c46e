/**
 * The report as one page that needs nothing but a browser: no network, no other file, a few kilobytes for each endpoint.
 *
 * <p>{@link io.github.sre4j.report.html.HtmlWriter} is the only way to write markup; it escapes every text, so that a name from telemetry can
 * never become markup. {@link io.github.sre4j.report.html.HtmlPage} adds a content security policy that lets nothing run but the script it
 * ships. Pages are read without the script too: it sorts, filters and opens.
 *
 * <p>Renderers are immutable and thread-safe; a writer belongs to one thread. Rendering takes memory of about twice the page.
 */
@NullMarked
package io.github.sre4j.report.html;

import org.jspecify.annotations.NullMarked;
