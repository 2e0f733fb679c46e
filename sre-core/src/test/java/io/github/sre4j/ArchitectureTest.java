package io.github.sre4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The rooms of the house and which may look into which. */
@AnalyzeClasses(packages = "io.github.sre4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("io.github.sre4j.text..")
            .layer("trace")
            .definedBy("io.github.sre4j.trace..")
            .layer("sli")
            .definedBy("io.github.sre4j.sli..")
            .layer("code")
            .definedBy("io.github.sre4j.code..")
            .layer("telemetry")
            .definedBy("io.github.sre4j.telemetry..")
            .layer("standard")
            .definedBy("io.github.sre4j.standard..")
            .layer("assess")
            .definedBy("io.github.sre4j.assess..")
            .layer("improve")
            .definedBy("io.github.sre4j.improve..")
            .layer("baseline")
            .definedBy("io.github.sre4j.baseline..")
            .layer("gate")
            .definedBy("io.github.sre4j.gate..")
            .layer("history")
            .definedBy("io.github.sre4j.history..")
            .layer("report")
            .definedBy("io.github.sre4j.report..")
            .layer("calibrate")
            .definedBy("io.github.sre4j.calibrate..")
            .layer("lint")
            .definedBy("io.github.sre4j.lint..")
            .layer("check")
            .definedBy("io.github.sre4j.check..")
            .whereLayer("check")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("calibrate")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("lint")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("calibrate", "lint", "check")
            .whereLayer("improve")
            .mayOnlyAccessLayers("text", "trace", "sli", "code", "telemetry", "standard", "assess")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("report", "check")
            .whereLayer("gate")
            .mayOnlyBeAccessedByLayers("history", "report", "lint", "check")
            .whereLayer("baseline")
            .mayOnlyBeAccessedByLayers("gate", "history", "report", "lint", "check")
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("improve", "baseline", "gate", "history", "report", "calibrate", "lint", "check")
            .whereLayer("standard")
            .mayOnlyBeAccessedByLayers(
                    "assess", "improve", "baseline", "gate", "history", "report", "calibrate", "lint", "check")
            .whereLayer("telemetry")
            .mayOnlyBeAccessedByLayers(
                    "standard",
                    "assess",
                    "improve",
                    "baseline",
                    "gate",
                    "history",
                    "report",
                    "calibrate",
                    "lint",
                    "check")
            .whereLayer("sli")
            .mayOnlyBeAccessedByLayers(
                    "code",
                    "telemetry",
                    "standard",
                    "assess",
                    "improve",
                    "baseline",
                    "gate",
                    "history",
                    "report",
                    "calibrate",
                    "lint",
                    "check")
            .whereLayer("code")
            .mayOnlyAccessLayers("sli")
            .whereLayer("trace")
            .mayOnlyAccessLayers("text")
            .whereLayer("text")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.sre4j.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NEITHER_MAVEN_NOR_NEW_RELIC = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "com.newrelic..", "io.github.sre4j.newrelic..");

    @ArchTest
    static final ArchRule ONLY_ONE_ROOM_KNOWS_THE_YAML_PARSER = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.sre4j.standard.yaml")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule JACKSON_STAYS_BEHIND_FILES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.github.sre4j.telemetry.events",
                    "io.github.sre4j.report.json",
                    "io.github.sre4j.baseline.file",
                    "io.github.sre4j.history.file",
                    "io.github.sre4j.lint.sarif",
                    "io.github.sre4j.report.sarif",
                    "io.github.sre4j.trace.read",
                    "io.github.sre4j.trace.render.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_OTHER_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
