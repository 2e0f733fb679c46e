/** Evidence from event files. */
@NullMarked
package io.github.sre4j.advisor.evidence.files;

import org.jspecify.annotations.NullMarked;
