/** Builds in which a bound check does not run: the build cache, and a participant that warns at the end of a build. Start with {@code GateParticipant}. */
@NullMarked
package io.github.sre4j.maven.gate;

import org.jspecify.annotations.NullMarked;
