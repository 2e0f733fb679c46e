/** The file that keeps the proposals a team has taken. */
@NullMarked
package io.github.sre4j.advisor.tracking.file;

import org.jspecify.annotations.NullMarked;
