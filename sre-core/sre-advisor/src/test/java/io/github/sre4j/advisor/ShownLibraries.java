package io.github.sre4j.advisor;

import io.github.sre4j.code.Libraries;
import java.util.Map;

/** Libraries of a product for which patches were shown to work. */
public final class ShownLibraries {

    /** A service with Spring Boot, Hibernate and PostgreSQL. */
    public static final Libraries SERVICE = Libraries.of(Map.of(
            "org.springframework.boot:spring-boot-starter-web", "3.5.6",
            "org.hibernate.orm:hibernate-core", "6.6.29.Final",
            "org.postgresql:postgresql", "42.7.7"));

    private ShownLibraries() {}
}
