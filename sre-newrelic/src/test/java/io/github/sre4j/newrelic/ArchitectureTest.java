package io.github.sre4j.newrelic;

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

    /** Queries are built from values; what is asked and how it is sent is known elsewhere. */
    @ArchTest
    static final ArchRule NRQL_IS_A_LANGUAGE_ALONE = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.newrelic.nrql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.newrelic",
                    "io.github.sre4j.newrelic.nerdgraph..",
                    "io.github.sre4j.newrelic.evidence..",
                    "io.github.sre4j.newrelic.export..",
                    "io.github.sre4j.newrelic.trace..",
                    "io.github.sre4j.newrelic.publish..");

    /** The client sends queries and waits. */
    @ArchTest
    static final ArchRule THE_CLIENT_MEASURES_NOTHING = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.newrelic.nerdgraph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.newrelic",
                    "io.github.sre4j.newrelic.evidence..",
                    "io.github.sre4j.newrelic.export..",
                    "io.github.sre4j.newrelic.trace..",
                    "io.github.sre4j.newrelic.publish..");

    /** New Relic is a source for every build tool and none. */
    @ArchTest
    static final ArchRule NO_BUILD_TOOL_IS_KNOWN = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.newrelic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.sre4j.maven..", "io.github.sre4j.source..", "org.apache.maven..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
