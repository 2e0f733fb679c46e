package io.github.sre4j.prometheus;

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

    /** Expressions are built from values; what is asked and how it is sent is known elsewhere. */
    @ArchTest
    static final ArchRule PROMQL_IS_A_LANGUAGE_ALONE = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.prometheus.promql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.prometheus",
                    "io.github.sre4j.prometheus.api..",
                    "io.github.sre4j.prometheus.count..",
                    "io.github.sre4j.prometheus.provider..");

    /** The client sends queries and waits. */
    @ArchTest
    static final ArchRule THE_CLIENT_MEASURES_NOTHING = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.prometheus.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.prometheus",
                    "io.github.sre4j.prometheus.promql..",
                    "io.github.sre4j.prometheus.count..",
                    "io.github.sre4j.prometheus.provider..");

    @ArchTest
    static final ArchRule NO_BUILD_TOOL_IS_KNOWN = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.prometheus..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.maven..",
                    "io.github.sre4j.source..",
                    "io.github.sre4j.newrelic..",
                    "org.apache.maven..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
