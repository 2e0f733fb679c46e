package io.github.sre4j.trace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

    /** Traces know nothing of standards, gates and reports. */
    @ArchTest
    static final ArchRule TRACES_REST_ON_TEXT = classes()
            .that()
            .resideInAPackage("io.github.sre4j.trace..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.trace..",
                    "io.github.sre4j.sli..",
                    "io.github.sre4j.text..",
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..");

    /** A trace is the same whatever file it came from and however it is shown. */
    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_READER = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.trace")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.trace.read..",
                    "io.github.sre4j.trace.render..",
                    "io.github.sre4j.trace.story..",
                    "io.github.sre4j.trace.compare..",
                    "com.fasterxml.jackson..");

    /** A story is told once and shown in many ways. */
    @ArchTest
    static final ArchRule STORIES_KNOW_NO_RENDERER = noClasses()
            .that()
            .resideInAPackage("io.github.sre4j.trace.story..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.sre4j.trace.render..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
