/**
 * The Maven goals. A goal decides nothing: it binds parameters, calls the library, prints, and throws.
 *
 * <p>What the user must repair is a {@link org.apache.maven.plugin.MojoExecutionException}, a missed standard a {@link
 * org.apache.maven.plugin.MojoFailureException}; each message is one sentence with the next step. Goals hold no static state and may run
 * in parallel.
 */
@NullMarked
package io.github.sre4j.maven;

import org.jspecify.annotations.NullMarked;
