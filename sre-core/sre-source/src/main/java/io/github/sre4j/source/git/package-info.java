/**
 * The repository of the sources. Start with {@link io.github.sre4j.source.git.GitRepository}, which reads files without running Git and links to lines
 * of code at its host, and {@link io.github.sre4j.source.git.GitChangeFinder}, which runs {@code git} for the change under build.
 *
 * <p>Git is run so that nothing of a checkout is started: neither its hooks, filters and drivers nor what its configuration or the environment names.
 */
@NullMarked
package io.github.sre4j.source.git;

import org.jspecify.annotations.NullMarked;
