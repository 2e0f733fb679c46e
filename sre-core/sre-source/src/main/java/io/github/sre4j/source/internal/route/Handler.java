package io.github.sre4j.source.internal.route;

import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.program.Method;

/**
 * A method that handles an endpoint.
 *
 * @param method the method
 * @param score how sure it is, above 0 up to 1
 * @param rule how it was found
 */
public record Handler(Method method, double score, SourceRule rule) {}
