/** From host to code: declarative clients, Spring's, Java's and others' HTTP clients, and the addresses configuration gives them. */
@NullMarked
package io.github.sre4j.source.internal.client;

import org.jspecify.annotations.NullMarked;
