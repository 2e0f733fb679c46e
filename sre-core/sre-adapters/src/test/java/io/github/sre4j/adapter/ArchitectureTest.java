package io.github.sre4j.adapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The packages of this module and the directions between them. */
@AnalyzeClasses(
        packages = "io.github.sre4j",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.sre4j.(**)").should().beFreeOfCycles();

    /** A framework is known to its adapter alone. */
    @ArchTest
    static final ArchRule SERVLETS_KNOW_NO_OTHER_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.adapter.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "com.sun.net.httpserver..", "org.junit..");

    /** A framework is known to its adapter alone. */
    @ArchTest
    static final ArchRule MICROMETER_KNOWS_NO_OTHER_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.adapter.micrometer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "com.sun.net.httpserver..", "org.junit..");

    /** A framework is known to its adapter alone. */
    @ArchTest
    static final ArchRule THE_HTTP_SERVER_KNOWS_NO_OTHER_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.adapter.httpserver..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.micrometer..", "org.junit..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
