/** What the build knows from Git: the change under build. Runs {@code git}, reads only, and never fails a build: what cannot be seen is said. */
@NullMarked
package io.github.sre4j.maven.git;

import org.jspecify.annotations.NullMarked;
