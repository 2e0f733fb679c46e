/** From log line to code: logging statements and their templates. */
@NullMarked
package io.github.sre4j.source.internal.logging;

import org.jspecify.annotations.NullMarked;
