package io.github.sre4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms of the house and which may look into which. */
@AnalyzeClasses(
        packages = "io.github.sre4j",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestSupport.class})
class ArchitectureTest {

    /** Leaves out what only tests use. */
    static final class NoTestSupport implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/testing/");
        }
    }

    /** Each room and the rooms it may look into, a line each. The words of {@code text} are open to all. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            room("text"),
            room("sli"),
            room("code", "sli"),
            room("recorder", "sli"),
            room("telemetry", "sli", "recorder"),
            room("standard", "sli", "telemetry"),
            room("assess", "sli", "telemetry", "standard"),
            room("file"),
            room("json"),
            room("sarif"),
            room("baseline", "json", "sli", "telemetry", "standard", "assess"),
            room("fix", "sli", "code", "telemetry", "standard", "assess", "baseline"),
            room("gate", "sli", "code", "telemetry", "standard", "assess", "baseline", "fix"),
            room("history", "file", "sli", "telemetry", "standard", "assess", "baseline", "gate"),
            room(
                    "report",
                    "file",
                    "json",
                    "sli",
                    "code",
                    "telemetry",
                    "standard",
                    "assess",
                    "baseline",
                    "fix",
                    "gate",
                    "history"),
            room("calibrate", "sli", "telemetry", "standard", "assess", "report"),
            room("lint", "sli", "telemetry", "standard", "assess", "baseline", "gate", "sarif"),
            room("portfolio", "sli", "telemetry", "standard", "assess", "gate", "history", "report"),
            room(
                    "check",
                    "file",
                    "sli",
                    "code",
                    "telemetry",
                    "standard",
                    "assess",
                    "baseline",
                    "fix",
                    "gate",
                    "history",
                    "report"),
            room("live", "recorder", "sli", "telemetry", "standard", "assess", "gate", "report", "check"),
            room("adapter", "live", "recorder", "sli", "standard", "assess", "report"));

    @ArchTest
    static void dependencies_run_one_way(JavaClasses classes) {
        assertThat(ROOMS.keySet()).containsAll(roomsOf(classes));
        ROOMS.forEach((room, others) -> {
            List<String> closed = ROOMS.keySet().stream()
                    .filter(other -> !other.equals(room) && !other.equals("text") && !others.contains(other))
                    .map(other -> "io.github.sre4j." + other + "..")
                    .toList();
            noClasses()
                    .that()
                    .resideInAPackage("io.github.sre4j." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(closed.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(classes);
        });
        noClasses()
                .that()
                .resideInAPackage("io.github.sre4j.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOMS.keySet().stream()
                        .filter(room -> !room.equals("text"))
                        .map(room -> "io.github.sre4j." + room + "..")
                        .toArray(String[]::new))
                .check(classes);
    }

    private static Set<String> roomsOf(JavaClasses classes) {
        return classes.stream()
                .map(each -> each.getPackageName().split("\\.", -1))
                .filter(parts -> parts.length > 3)
                .map(parts -> parts[3])
                .collect(Collectors.toSet());
    }

    private static Map.Entry<String, Set<String>> room(String name, String... mayLookInto) {
        return Map.entry(name, Set.of(mayLookInto));
    }

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
                    "io.github.sre4j.json",
                    "io.github.sre4j.report.json",
                    "io.github.sre4j.sarif",
                    "io.github.sre4j.baseline.file",
                    "io.github.sre4j.history.file",
                    "io.github.sre4j.lint.sarif")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    /** A service that records needs HdrHistogram and nothing else. */
    @ArchTest
    static final ArchRule THE_RECORDER_NEEDS_ONLY_HDR_HISTOGRAM = classes()
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

    /** What a service may have beside the core is known only to the adapter for it. */
    @ArchTest
    static final ArchRule ONLY_ADAPTERS_KNOW_FRAMEWORKS = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.sre4j.adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.springframework..", "io.micrometer..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_OTHER_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
