/** Makes what the documentation can take from the product itself: goals, configuration, example reports, pictures. Run by {@code mvn site}. */
@NullMarked
package io.github.sre4j.site;

import org.jspecify.annotations.NullMarked;
