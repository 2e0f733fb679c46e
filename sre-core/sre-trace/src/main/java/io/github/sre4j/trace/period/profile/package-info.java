/** What requests did, in numbers: operations, the events in them in order, and the time they took of the process or of a connection. */
@NullMarked
package io.github.sre4j.trace.period.profile;

import org.jspecify.annotations.NullMarked;
