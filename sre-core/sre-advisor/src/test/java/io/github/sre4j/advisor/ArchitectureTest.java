package io.github.sre4j.advisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The packages of the advisor and the directions between them. */
@AnalyzeClasses(packages = "io.github.sre4j.advisor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.sre4j.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("check")
            .definedBy("io.github.sre4j.advisor.check")
            .layer("report")
            .definedBy("io.github.sre4j.advisor.report")
            .layer("candidates")
            .definedBy("io.github.sre4j.advisor")
            .layer("remedy")
            .definedBy("io.github.sre4j.advisor.remedy")
            .layer("narration")
            .definedBy("io.github.sre4j.advisor.narration")
            .layer("tracking")
            .definedBy("io.github.sre4j.advisor.tracking..")
            .layer("cause")
            .definedBy("io.github.sre4j.advisor.cause")
            .layer("impact")
            .definedBy("io.github.sre4j.advisor.impact")
            .layer("evidence")
            .definedBy("io.github.sre4j.advisor.evidence..")
            .whereLayer("check")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("check")
            .whereLayer("candidates")
            .mayOnlyBeAccessedByLayers("check", "report")
            .whereLayer("remedy")
            .mayOnlyBeAccessedByLayers("check", "candidates", "report")
            .whereLayer("narration")
            .mayOnlyBeAccessedByLayers("check", "candidates", "report")
            .whereLayer("tracking")
            .mayOnlyBeAccessedByLayers("check", "candidates", "report")
            .whereLayer("cause")
            .mayOnlyBeAccessedByLayers("check", "remedy", "candidates", "report")
            .whereLayer("impact")
            .mayOnlyBeAccessedByLayers("check", "evidence", "cause", "candidates", "report")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("check", "cause", "candidates");

    /** Causes, fixes and impacts are computed; only the report, tracked candidates and language models are JSON. */
    @ArchTest
    static final ArchRule JACKSON_STAYS_BEHIND_FILES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.github.sre4j.advisor.report",
                    "io.github.sre4j.advisor.narration",
                    "io.github.sre4j.advisor.tracking.file",
                    "io.github.sre4j.advisor.evidence.files")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    /** Renderers of the report know the advisor by its parts alone. */
    @ArchTest
    static final ArchRule ONLY_PARTS_KNOW_RENDERERS = classes()
            .that()
            .resideOutsideOfPackages("io.github.sre4j.advisor.report", "io.github.sre4j.advisor.check")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.github.sre4j.report..", "io.github.sre4j.sarif..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_OTHER_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
