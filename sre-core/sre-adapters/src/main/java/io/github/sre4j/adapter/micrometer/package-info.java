/** Service levels as Micrometer meters. There if the service has Micrometer, which it brings itself. */
@NullMarked
package io.github.sre4j.adapter.micrometer;

import org.jspecify.annotations.NullMarked;
