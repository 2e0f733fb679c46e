/**
 * Records the requests of a servlet container (Jakarta Servlet 6). There if the service has Servlet's API on its class path, which it brings itself.
 *
 * <pre>{@code
 * servletContext.addFilter("sre", new ServiceLevelFilter(live.recorder()))
 *         .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
 * }</pre>
 */
@NullMarked
package io.github.sre4j.adapter.servlet;

import org.jspecify.annotations.NullMarked;
