package io.github.sre4j.trace.period.profile;

/**
 * A kind of work of a service.
 *
 * @param service the service, without the suffix of a Kubernetes pod
 * @param name the span's name
 */
public record Operation(String service, String name) {}
