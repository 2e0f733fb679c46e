/** The providers of telemetry in files: event files, and recordings of the in-service recorder. */
@NullMarked
package io.github.sre4j.telemetry.files;

import org.jspecify.annotations.NullMarked;
