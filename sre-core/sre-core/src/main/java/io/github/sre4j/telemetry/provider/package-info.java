/** What a provider of telemetry needs of its surroundings. */
@NullMarked
package io.github.sre4j.telemetry.provider;

import org.jspecify.annotations.NullMarked;
