package io.github.sre4j.recorder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

    /** Every other package writes texts; texts know none of them. */
    @ArchTest
    static final ArchRule TEXT_IS_A_LEAF = classes()
            .that()
            .resideInAPackage("io.github.sre4j.text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.github.sre4j.text..", "java..", "javax.crypto..", "org.jspecify..");

    /** Endpoints, services and SLIs are values. */
    @ArchTest
    static final ArchRule THE_LANGUAGE_OF_SLIS_RESTS_ON_TEXT = classes()
            .that()
            .resideInAPackage("io.github.sre4j.sli..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.github.sre4j.sli..", "io.github.sre4j.text..", "java..", "org.jspecify..");

    /** A service that records gets HdrHistogram and nothing else. */
    @ArchTest
    static final ArchRule RECORDING_NEEDS_ONLY_HDR_HISTOGRAM = classes()
            .that()
            .resideInAPackage("io.github.sre4j.recorder..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sre4j.recorder..",
                    "io.github.sre4j.sli..",
                    "io.github.sre4j.text..",
                    "java..",
                    "org.HdrHistogram..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
