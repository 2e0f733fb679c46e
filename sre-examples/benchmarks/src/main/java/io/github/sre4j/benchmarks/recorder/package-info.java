/** What recording a request costs, beside what others ask for the same, with JMH. See {@code run-recorder.sh}. */
@NullMarked
package io.github.sre4j.benchmarks.recorder;

import org.jspecify.annotations.NullMarked;
