/** Evidence from event files. */
@NullMarked
package io.github.sre4j.improve.evidence.files;

import org.jspecify.annotations.NullMarked;
