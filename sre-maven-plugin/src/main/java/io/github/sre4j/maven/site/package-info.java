/** Lays reports out as pages of a Maven site, in whatever skin the site has. */
@NullMarked
package io.github.sre4j.maven.site;

import org.jspecify.annotations.NullMarked;
