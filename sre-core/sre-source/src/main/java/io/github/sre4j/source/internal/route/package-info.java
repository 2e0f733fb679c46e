/** From endpoint to handler: the routes that annotations, functional routers and names tell, and how telemetry's names are matched to them. */
@NullMarked
package io.github.sre4j.source.internal.route;

import org.jspecify.annotations.NullMarked;
