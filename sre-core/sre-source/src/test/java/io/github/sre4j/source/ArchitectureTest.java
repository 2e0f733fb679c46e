package io.github.sre4j.source;

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

    /** The core defines what is asked of sources; nothing else of it, no build tool and no vendor is known here. */
    @ArchTest
    static final ArchRule SOURCES_SPEAK_THE_LANGUAGE_OF_CODE = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.assess..",
                    "io.github.sre4j.gate..",
                    "io.github.sre4j.report..",
                    "io.github.sre4j.telemetry.events..",
                    "io.github.sre4j.trace..",
                    "io.github.sre4j.advisor..",
                    "io.github.sre4j.newrelic..",
                    "io.github.sre4j.maven..",
                    "org.apache.maven..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
