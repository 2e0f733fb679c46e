/** Random traffic whose bad requests are independent, come in bursts, or differ between days: for simulations of verdicts. */
@NullMarked
package io.github.sre4j.testing.traffic;

import org.jspecify.annotations.NullMarked;
