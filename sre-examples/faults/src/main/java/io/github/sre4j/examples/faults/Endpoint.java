package io.github.sre4j.examples.faults;

import java.util.List;

/**
 * An endpoint of a service.
 *
 * @param name verb and path
 * @param className the class that its log lines name
 * @param steps its code
 */
record Endpoint(String name, String className, List<Step> steps) {}
