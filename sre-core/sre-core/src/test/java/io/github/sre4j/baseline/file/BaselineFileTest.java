package io.github.sre4j.baseline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.KnownViolation;
import io.github.sre4j.baseline.Misses;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {

    @TempDir
    private Path folder;

    @Test
    void is_one_sorted_entry_a_line() {
        Baseline baseline = new Baseline(
                "acme",
                "3",
                List.of(
                        Misses.errors("WebTransaction/b", 40, 1000),
                        Misses.latency("WebTransaction/b", 300, 1200),
                        Misses.miss("WebTransaction/a \"{id}\" (GET)", Misses.LATENCY, 1, 3, "the import of May")));
        assertThat(withoutSums(BaselineFile.text(baseline))).isEqualTo("""
                        ["Known misses of the standard. Written by mvn sre:baseline, which only ever tightens it."
                        ,{"schemaVersion":1,"standard":"acme","version":"3"}
                        ,{"endpoint":"WebTransaction/a \\"{id}\\" (GET)","sli":"latency","thresholdMs":1000,"objective":0.95,"bad":1,"total":3,"badRatio":0.333333,"excessSecondsPerDay":12.5,"since":"2026-11-01","raised":"the import of May"}
                        ,{"endpoint":"WebTransaction/b","sli":"latency","thresholdMs":1000,"objective":0.95,"bad":300,"total":1200,"badRatio":0.250000,"excessSecondsPerDay":12.5,"since":"2026-11-01"}
                        ,{"endpoint":"WebTransaction/b","sli":"errors","objective":0.99,"bad":40,"total":1000,"badRatio":0.040000,"excessSecondsPerDay":12.5,"since":"2026-11-01"}
                        ]
                        """);
    }

    @Test
    void names_entries_that_were_edited_by_hand() throws Exception {
        KnownViolation known = Misses.miss("WebTransaction/a", Misses.LATENCY, 30, 100, "the import of May");
        String text =
                BaselineFile.text(new Baseline("acme", "1", List.of(known, Misses.errors("WebTransaction/b", 4, 100))));
        assertThat(BaselineFile.read("f", text).edited()).isEmpty();
        assertThat(BaselineFile.read("f", text.replace("\"bad\":30", "\"bad\": 30"))
                        .edited())
                .as("another way to write the same")
                .isEmpty();
        for (String edit : List.of("\"bad\":60", "\"bad\":20")) {
            Baseline edited = BaselineFile.read("f", text.replace("\"bad\":30", edit));
            assertThat(edited.edited())
                    .extracting(each -> each.endpoint().value())
                    .containsExactly("WebTransaction/a");
            assertThat(BaselineFile.read("f", BaselineFile.text(edited)).edited())
                    .as("written anew")
                    .isEqualTo(edited.edited());
        }
        assertThat(BaselineFile.read("f", text.replace("the import of May", "all is well"))
                        .edited())
                .hasSize(1);
        assertThat(BaselineFile.read("f", withoutSums(text)).edited()).hasSize(2);
    }

    private static String withoutSums(String text) {
        return text.replaceAll(",\"sum\":\"[0-9a-f]{16}\"", "");
    }

    @Test
    void fixes_in_flight_stand_after_the_misses_in_the_same_form() throws Exception {
        PendingFix fix = fix("WebTransaction/a", 7, "2026-12-06", 1);
        Baseline baseline =
                new Baseline("acme", "3", List.of(Misses.errors("WebTransaction/b", 40, 1000)), List.of(fix));
        assertThat(BaselineFile.text(baseline).lines().skip(3))
                .containsExactly(
                        ",{\"endpoint\":\"WebTransaction/a\",\"sli\":\"latency\",\"thresholdMs\":1000,\"objective\":0.95,\"bad\":7,"
                                + "\"total\":100,\"since\":\"2026-11-22\",\"until\":\"2026-12-06\",\"fix\":\"0123456789abcdef\",\"attempt\":1}",
                        "]");
        assertThat(BaselineFile.read("f", BaselineFile.text(baseline))).isEqualTo(baseline);
        String end = "; restore the file from version control, or remove it and run mvn sre:baseline";
        assertThatThrownBy(
                        () -> BaselineFile.read("f", BaselineFile.text(baseline).replace("2026-12-06", "2099-12-06")))
                .hasMessage("f:4: the fix of 'WebTransaction/a' is pending for more than 90 days" + end);
        assertThatThrownBy(
                        () -> BaselineFile.read("f", BaselineFile.text(baseline).replace("0123456789abcdef", "HEAD")))
                .hasMessage("f:4: the fix of 'WebTransaction/a' has no commit" + end);
        assertThatThrownBy(
                        () -> BaselineFile.read("f", BaselineFile.text(baseline).replace(",\"attempt\":1", "")))
                .hasMessage("f:4: 'attempt' is missing or not a count" + end);
    }

    @Test
    void of_two_fixes_of_one_sli_the_one_that_ends_first_counts() {
        PendingFix sooner = fix("WebTransaction/a", 7, "2026-12-01", 2);
        assertThat(new Baseline("acme", "3", List.of(), List.of(fix("WebTransaction/a", 7, "2026-12-06", 1), sooner))
                        .fixes())
                .containsExactly(sooner);
    }

    @Test
    void reads_what_it_writes() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Baseline baseline = random(random, 1 + random.nextInt(30));
            assertThat(BaselineFile.read("f", BaselineFile.text(baseline))).isEqualTo(baseline);
        }
    }

    @Test
    void of_two_entries_for_one_sli_the_tighter_one_counts() throws Exception {
        String text = BaselineFile.text(new Baseline("acme", "1", List.of(Misses.latency("a", 30, 100))));
        String other = BaselineFile.text(new Baseline("acme", "1", List.of(Misses.latency("a", 20, 100))));
        String both = text.replace("]\n", "") + other.lines().skip(2).collect(Collectors.joining("\n"));
        assertThat(BaselineFile.read("f", both).misses()).containsExactly(Misses.latency("a", 20, 100));
    }

    @Test
    void what_is_broken_is_said_with_its_line_and_what_to_do() {
        String good = BaselineFile.text(new Baseline("acme", "1", List.of(Misses.latency("a", 30, 100))));
        String end = "; restore the file from version control, or remove it and run mvn sre:baseline";
        assertThatThrownBy(() -> BaselineFile.read("f", "<<<<<<< HEAD\n" + good))
                .hasMessage("f:1: not valid JSON" + end);
        assertThatThrownBy(() -> BaselineFile.read("f", "{}"))
                .hasMessage("f:1: expected a list that begins with a string" + end);
        assertThatThrownBy(() -> BaselineFile.read("f", "[\"x\"]"))
                .hasMessage("f:2: 'schemaVersion', 'standard', and 'version' are missing" + end);
        assertThatThrownBy(() -> BaselineFile.read("f", good.replace("\"bad\":30", "\"bad\":300")))
                .hasMessage("f:3: impossible tally: 300 bad of 100" + end);
        assertThatThrownBy(() -> BaselineFile.read("f", good.replace("latency", "apdex")))
                .hasMessage("f:3: unknown SLI 'apdex'; allowed: latency, errors, shift" + end);
        assertThatThrownBy(() -> BaselineFile.read("f", good.replace("\"schemaVersion\":1", "\"schemaVersion\":2")))
                .hasMessage("f:2: schemaVersion 2 is not supported (expected 1)" + end);
        assertThatThrownBy(() -> BaselineFile.read("f", good.replace("2026-11-01", "2026-13-01")))
                .hasMessageStartingWith("f:3: Text '2026-13-01' could not be parsed");
    }

    /**
     * Two branches tighten, add and remove; Git merges their files by itself, as {@code .gitattributes} tells it. What either branch removed
     * or lowered may come back only if the other branch changed the very lines beside it, and never looser than it was before.
     */
    @Test
    void a_thousand_merges_of_two_branches_need_no_hand() throws Exception {
        Random random = new Random(20261124);
        int removedByBoth = 0;
        for (int round = 0; round < 1_000; round++) {
            Baseline base = random(random, 3 + random.nextInt(25));
            Baseline ours = changed(random, base, "ours" + round);
            Baseline theirs = changed(random, base, "theirs" + round);
            Baseline merged = BaselineFile.read("merged", merge(base, ours, theirs));
            Set<String> known = keys(merged);
            Set<String> all = new HashSet<>(keys(ours));
            all.addAll(keys(theirs));
            all.addAll(keys(base));
            assertThat(all).containsAll(known);
            for (KnownViolation miss : merged.misses()) {
                double loosest = List.of(base, ours, theirs).stream()
                        .flatMap(each -> each.find(miss.endpoint(), miss.kind()).stream())
                        .mapToDouble(each -> each.tally().badRatio())
                        .max()
                        .orElseThrow();
                assertThat(miss.tally().badRatio()).isLessThanOrEqualTo(loosest);
            }
            Set<String> added = new HashSet<>(keys(ours));
            added.addAll(keys(theirs));
            added.removeAll(keys(base));
            assertThat(known).containsAll(added);
            Set<String> gone = new HashSet<>(keys(base));
            gone.removeAll(keys(ours));
            gone.removeAll(keys(theirs));
            assertThat(known.stream().filter(gone::contains)).isEmpty();
            removedByBoth += gone.size();
        }
        assertThat(removedByBoth).isPositive();
    }

    /** The same through branches, commits and {@code .gitattributes}, as teams have it. */
    @Test
    void branches_merge_by_git_itself_with_the_line_in_gitattributes() throws Exception {
        Random random = new Random(7);
        git("init", "--quiet", "--initial-branch=main");
        Files.writeString(folder.resolve(".gitattributes"), BaselineFile.GIT_ATTRIBUTE + "\n");
        for (int round = 0; round < 12; round++) {
            Baseline base = random(random, 3 + random.nextInt(25));
            commit(base, "base " + round);
            git("checkout", "--quiet", "-b", "ours" + round);
            commit(changed(random, base, "ours"), "ours");
            git("checkout", "--quiet", "main");
            git("checkout", "--quiet", "-b", "theirs" + round);
            commit(changed(random, base, "theirs"), "theirs");
            git("merge", "--quiet", "--no-edit", "ours" + round);
            assertThat(BaselineFile.read(folder.resolve(BaselineFile.NAME)).misses())
                    .isNotEmpty();
            git("checkout", "--quiet", "main");
        }
    }

    private void commit(Baseline baseline, String message) throws Exception {
        Files.writeString(folder.resolve(BaselineFile.NAME), BaselineFile.text(baseline));
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
    }

    private static PendingFix fix(String endpoint, long bad, String until, int attempt) {
        return new PendingFix(
                new EndpointName(endpoint),
                Misses.LATENCY,
                new Tally(100, bad),
                "0123456789abcdef",
                LocalDate.parse("2026-11-22"),
                LocalDate.parse(until),
                attempt);
    }

    private String merge(Baseline base, Baseline ours, Baseline theirs) throws Exception {
        Path a = Files.writeString(folder.resolve("ours"), BaselineFile.text(ours));
        Path o = Files.writeString(folder.resolve("base"), BaselineFile.text(base));
        Path b = Files.writeString(folder.resolve("theirs"), BaselineFile.text(theirs));
        Process git = new ProcessBuilder("git", "merge-file", "-p", "--union", a.toString(), o.toString(), b.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String merged = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        return merged;
    }

    private static Baseline changed(Random random, Baseline base, String who) {
        List<KnownViolation> next = new ArrayList<>();
        for (KnownViolation miss : base.misses()) {
            int fate = random.nextInt(10);
            if (fate == 0) {
                long bad = Math.max(1, miss.tally().bad() / 2);
                next.add(Misses.latency(
                        miss.endpoint().value(), bad, miss.tally().total()));
            } else if (fate > 2) {
                next.add(miss);
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            next.add(Misses.latency("WebTransaction/" + random.nextInt(1000) + who, 1 + random.nextInt(500), 1000));
        }
        List<PendingFix> fixes = random.nextInt(3) > 0
                ? List.of()
                : List.of(fix("WebTransaction/fix" + random.nextInt(3), 7, "2026-12-0" + (1 + random.nextInt(9)), 1));
        return new Baseline(base.standardName(), random.nextInt(10) == 0 ? "2" : "1", next, fixes);
    }

    private static Baseline random(Random random, int misses) {
        return new Baseline(
                "acme",
                "1",
                IntStream.range(0, misses)
                        .mapToObj(i -> Misses.latency(
                                "WebTransaction/" + random.nextInt(1000) + "/{id} (GET)",
                                1 + random.nextInt(500),
                                1000))
                        .toList());
    }

    private static Set<String> keys(Baseline baseline) {
        return baseline.misses().stream()
                .map(miss -> miss.endpoint() + " " + miss.kind())
                .collect(Collectors.toSet());
    }
}
