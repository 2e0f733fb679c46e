/** HTTP requests of telemetry providers: time limits that cover the whole answer, and answers of a limited size. */
@NullMarked
package io.github.sre4j.telemetry.http;

import org.jspecify.annotations.NullMarked;
