package io.github.sre4j.advisor.cause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a message that service discovery knows no instance of a service, as Spring Cloud, Ribbon, gRPC and Dubbo report it. */
final class MissingInstance {

    private static final Pattern MESSAGE = Pattern.compile(
            "(?i)(?:no instances? available for|does not contain an instance for the service|no servers? available"
                    + " for(?: service)?|unable to find instance for|no provider available for the service)["
                    + " :]+\\[?([\\w][\\w.-]{0,120})");

    private MissingInstance() {}

    /** Returns the name of the service; empty if the message reports something else. */
    static Optional<String> of(String message) {
        Matcher found = MESSAGE.matcher(message);
        return found.find() ? Optional.of(found.group(1).replaceAll("[.]+$", "")) : Optional.empty();
    }
}
