package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.Libraries;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The versions for which each kind of patch was shown to compile, to start, and to do what it promises, by {@code sre-examples/patch-matrix}. A patch for any other
 * version, or for an unknown one, becomes words.
 */
final class ShownVersions {

    private static final List<String> BOOT = List.of("2.7", "3.5", "4.1");
    private static final List<String> BOOT_WITH_HTTP_INTERFACES = List.of("3.5", "4.1");
    private static final List<String> HIBERNATE = List.of("5.6", "6.6", "7.4");
    private static final String BOOT_GROUP = "org.springframework.boot";

    private static final Set<String> DATABASES = Set.of("com.h2database:h2", "org.postgresql:postgresql");

    /** Drivers of databases that may treat a statement differently. */
    private static final Set<String> OTHER_DATABASES = Set.of(
            "com.mysql:mysql-connector-j",
            "mysql:mysql-connector-java",
            "org.mariadb.jdbc:mariadb-java-client",
            "com.microsoft.sqlserver:mssql-jdbc",
            "com.oracle.database.jdbc:ojdbc8",
            "com.oracle.database.jdbc:ojdbc10",
            "com.oracle.database.jdbc:ojdbc11",
            "com.oracle.database.jdbc:ojdbc17",
            "com.ibm.db2:jcc",
            "org.hsqldb:hsqldb",
            "org.apache.derby:derby",
            "org.xerial:sqlite-jdbc");

    private ShownVersions() {}

    /** Returns whether a patch of this kind was shown for all versions that the product has. */
    static boolean cover(RemedyKind kind, Libraries libraries) {
        return switch (kind) {
            case FETCH_TOGETHER, FETCH_REFERENCE ->
                within(boot(libraries), BOOT) && within(hibernate(libraries), HIBERNATE);
            case CACHE -> within(boot(libraries), BOOT_WITH_HTTP_INTERFACES);
            case ANSWER_404, CONCURRENT_CALLS -> within(boot(libraries), BOOT);
            case INDEX ->
                DATABASES.stream().anyMatch(libraries::declares)
                        && OTHER_DATABASES.stream().noneMatch(libraries::declares);
            default -> false;
        };
    }

    /** Returns the versions that a patch of this kind was shown for, as names of products that need no translation. */
    static String of(RemedyKind kind) {
        return switch (kind) {
            case FETCH_TOGETHER, FETCH_REFERENCE -> named("Spring Boot", BOOT) + ", " + named("Hibernate", HIBERNATE);
            case CACHE -> named("Spring Boot", BOOT_WITH_HTTP_INTERFACES);
            case INDEX -> "H2, PostgreSQL";
            default -> named("Spring Boot", BOOT);
        };
    }

    /** Returns the package of the annotations for the life cycle of beans, by the version of Spring Boot; empty if it is unknown. */
    static Optional<String> annotations(Libraries libraries) {
        Set<String> boot = boot(libraries);
        if (boot.isEmpty()) {
            return Optional.empty();
        }
        long old = boot.stream().filter(each -> each.startsWith("2.")).count();
        return old == 0
                ? Optional.of("jakarta.annotation")
                : old == boot.size() ? Optional.of("javax.annotation") : Optional.empty();
    }

    private static String named(String product, List<String> lines) {
        return product + " " + String.join(" / ", lines);
    }

    private static Set<String> boot(Libraries libraries) {
        Set<String> declared = libraries.versionsOfGroup(BOOT_GROUP);
        return declared.isEmpty() ? libraries.versions(BOOT_GROUP + ":spring-boot") : declared;
    }

    private static Set<String> hibernate(Libraries libraries) {
        Set<String> found = new HashSet<>(libraries.versions("org.hibernate.orm:hibernate-core"));
        found.addAll(libraries.versions("org.hibernate:hibernate-core"));
        return found;
    }

    private static boolean within(Set<String> versions, List<String> lines) {
        return !versions.isEmpty()
                && versions.stream()
                        .allMatch(version -> lines.stream().anyMatch(line -> version.startsWith(line + ".")));
    }
}
