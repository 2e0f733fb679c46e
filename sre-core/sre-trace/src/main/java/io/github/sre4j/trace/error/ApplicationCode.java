package io.github.sre4j.trace.error;

import io.github.sre4j.trace.CodeLocation;
import java.util.List;
import java.util.Optional;

/**
 * Tells the application's own classes from those of libraries, by their packages.
 *
 * @param applications prefixes of the application's packages; they win over libraries. Empty: whatever is no library
 * @param libraries prefixes of packages that are not the application
 */
public record ApplicationCode(List<String> applications, List<String> libraries) {

    /** Well-known libraries and frameworks of Java services. */
    private static final List<String> WELL_KNOWN = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "jakarta.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "groovy.",
            "clojure.",
            "org.springframework.",
            "org.apache.",
            "org.hibernate.",
            "org.eclipse.",
            "org.jboss.",
            "org.glassfish.",
            "org.postgresql.",
            "org.h2.",
            "org.mariadb.",
            "com.mysql.",
            "oracle.",
            "com.microsoft.",
            "com.mongodb.",
            "com.zaxxer.",
            "com.fasterxml.",
            "com.google.common.",
            "com.google.gson.",
            "com.google.protobuf.",
            "com.newrelic.",
            "com.nr.",
            "com.netflix.",
            "io.netty.",
            "io.grpc.",
            "io.lettuce.",
            "io.micrometer.",
            "io.opentelemetry.",
            "io.quarkus.",
            "io.micronaut.",
            "io.vertx.",
            "io.undertow.",
            "io.reactivex.",
            "io.smallrye.",
            "io.github.resilience4j.",
            "reactor.",
            "rx.",
            "redis.clients.",
            "retrofit2.",
            "okhttp3.",
            "okio.",
            "feign.",
            "org.thymeleaf.",
            "org.attoparser.",
            "org.slf4j.",
            "ch.qos.logback.",
            "org.junit.",
            "org.aspectj.",
            "net.bytebuddy.",
            "net.sf.cglib.",
            "javassist.",
            "org.jetbrains.",
            "org.yaml.",
            "software.amazon.",
            "com.amazonaws.",
            "com.azure.",
            "com.google.cloud.",
            "org.quartz.");

    /** Packages of well-known example applications that live below a library's prefix. */
    private static final List<String> EXAMPLES = List.of("org.springframework.samples.");

    /** Well-known libraries are libraries, everything else is the application. */
    public static final ApplicationCode DEFAULT = new ApplicationCode(EXAMPLES, WELL_KNOWN);

    /** Copies the lists. */
    public ApplicationCode {
        applications = List.copyOf(applications);
        libraries = List.copyOf(libraries);
    }

    /** Whether a class belongs to the application. */
    public boolean contains(String className) {
        return startsWithOne(applications, className) || !startsWithOne(libraries, className);
    }

    /** The first frame of the application: where to look. */
    Optional<CodeLocation> firstOf(List<CodeLocation> frames) {
        return frames.stream().filter(frame -> contains(frame.className())).findFirst();
    }

    private static boolean startsWithOne(List<String> prefixes, String className) {
        for (String prefix : prefixes) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
