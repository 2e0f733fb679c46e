package io.github.sre4j.trace.period.profile;

/**
 * A connection over which operations are called.
 *
 * @param caller the calling service
 * @param callee the service called, or the name of a database or other system that sends no spans
 * @param traced whether the callee sends spans
 */
public record Link(String caller, String callee, boolean traced) {}
