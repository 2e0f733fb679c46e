/** Records the requests of the JDK's own HTTP server (module {@code jdk.httpserver}). */
@NullMarked
package io.github.sre4j.adapter.httpserver;

import org.jspecify.annotations.NullMarked;
