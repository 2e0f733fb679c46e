/** SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts show on the lines it names. */
@NullMarked
package io.github.sre4j.sarif;

import org.jspecify.annotations.NullMarked;
