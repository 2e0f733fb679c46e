/** Where the trace of a request comes from: a contract that files and backends keep. */
@NullMarked
package io.github.sre4j.trace.source;

import org.jspecify.annotations.NullMarked;
