/**
 * HTTP/1.1 on a socket of 127.0.0.1, small enough to break on purpose.
 *
 * <p>The JDK's server hides the socket, so it can neither reset a connection nor stop in the middle of a status line. This one
 * reads requests with a length or in chunks, keeps connections alive, and lets a reply write whatever it likes. One thread a
 * connection. Not meant for anything but tests and demos.
 */
@NullMarked
package io.github.sre4j.examples.standin.http;

import org.jspecify.annotations.NullMarked;
