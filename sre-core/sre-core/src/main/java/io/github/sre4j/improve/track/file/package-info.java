/** The file that keeps the proposals a team has taken. */
@NullMarked
package io.github.sre4j.improve.track.file;

import org.jspecify.annotations.NullMarked;
