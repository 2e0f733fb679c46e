package io.github.sre4j.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffReaderTest {

    @TempDir
    private Path folder;

    @Test
    void lines_put_in_changed_and_taken_out_are_touched_in_the_file_as_it_is_now() throws IOException {
        assertThat(read("""
                        diff --git a/src/A.java b/src/A.java
                        index 1..2 100644
                        --- a/src/A.java
                        +++ b/src/A.java
                        @@ -3 +3,2 @@ class A
                        -    old();
                        +    one();
                        +    two();
                        @@ -9,2 +9,0 @@ class A
                        -    a();
                        -    b();
                        diff --git a/B.java b/B.java
                        new file mode 100644
                        --- /dev/null
                        +++ b/B.java
                        @@ -0,0 +1 @@
                        +class B {}
                        \\ No newline at end of file
                        diff --git a/Gone.java b/Gone.java
                        deleted file mode 100644
                        --- a/Gone.java
                        +++ /dev/null
                        @@ -1 +0,0 @@
                        -class Gone {}
                        """))
                .containsOnly(
                        entry("src/A.java", List.of(new LineRange(3, 4), new LineRange(10, 9))),
                        entry("B.java", List.of(new LineRange(1, 1))));
    }

    @Test
    void code_that_looks_like_a_header_of_a_diff_is_code() throws IOException {
        assertThat(read("""
                        diff --git a/A.java b/A.java
                        --- a/A.java
                        +++ b/A.java
                        @@ -1,2 +1,2 @@
                        --- a/B.java
                        -@@ -1 +1 @@
                        +++ b/B.java
                        +diff --git a/C b/C
                        """)).containsOnly(entry("A.java", List.of(new LineRange(1, 2))));
    }

    @Test
    void a_comment_or_a_blank_line_repairs_nothing() throws IOException {
        for (String line : List.of("", "  ", "  // why", "/** What. */", "  /*", "   * more", "   */", "*")) {
            assertThat(read(header("A.java") + "@@ -4,0 +5 @@\n+" + line + "\n"))
                    .as(line)
                    .isEmpty();
        }
        for (String line : List.of("a(); // why", "/* why */ a();", "*p = 1", "a * b;", "*/ a();")) {
            assertThat(read(header("A.java") + "@@ -4,0 +5 @@\n+" + line + "\n"))
                    .as(line)
                    .isNotEmpty();
        }
    }

    @Test
    void names_that_git_quotes_are_read_back() throws IOException {
        assertThat(read(header("\"b/a\\tb\\\"\\303\\244.java\"") + "@@ -1 +1 @@\n-a\n+b\n"))
                .containsOnlyKeys("a\tb\"ä.java");
        assertThat(read(header("b/with space.java\t") + "@@ -1 +1 @@\n-a\n+b\n"))
                .containsOnlyKeys("with space.java");
    }

    @Test
    void what_makes_no_sense_touches_nothing() throws IOException {
        assertThat(read("@@ -1 +1 @@\n-a\n+b\n")).isEmpty();
        assertThat(read(header("A.java") + "@@ -1 +99999999999999 @@\n-a\n+b\n"))
                .isEmpty();
        assertThat(read(header("A.java") + "@@ nonsense\n-a\n+b\n")).isEmpty();
        assertThat(read(header("\"b/\\") + "@@ -1 +1 @@\n-a\n+b\n")).containsOnlyKeys("\\");
    }

    @Test
    void a_gap_is_touched_only_by_what_has_a_line_on_both_sides_of_it() {
        LineRange gap = new LineRange(10, 9);
        assertThat(gap.touches(9, 10)).isTrue();
        assertThat(gap.touches(1, 20)).isTrue();
        assertThat(gap.touches(1, 9)).isFalse();
        assertThat(gap.touches(10, 20)).isFalse();
        assertThat(new LineRange(3, 4).touches(4, 9)).isTrue();
        assertThat(new LineRange(3, 4).touches(5, 9)).isFalse();
    }

    /** Two random versions of a file, compared by Git itself: the touched lines are those that are not in the other version. */
    @Test
    void random_changes_are_what_git_says_they_are() throws Exception {
        Random random = new Random(4);
        for (int round = 0; round < 40; round++) {
            List<String> before = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                before.add("line" + i);
            }
            List<String> after = new ArrayList<>();
            TreeSet<Integer> touched = new TreeSet<>();
            for (String line : before) {
                int fate = random.nextInt(12);
                if (fate == 0) {
                    continue;
                }
                if (fate == 1) {
                    after.add("new" + random.nextInt(1_000_000));
                    touched.add(after.size());
                }
                after.add(fate == 2 ? line + "changed" : line);
                if (fate == 2) {
                    touched.add(after.size());
                }
            }
            Path a = Files.write(folder.resolve("a"), before);
            Path b = Files.write(folder.resolve("b"), after);
            Process git = new ProcessBuilder(
                            "git",
                            "diff",
                            "--no-index",
                            "--unified=0",
                            "--src-prefix=a/",
                            "--dst-prefix=b/",
                            a.toString(),
                            b.toString())
                    .start();
            Map<String, List<LineRange>> lines;
            try (BufferedReader out = git.inputReader(StandardCharsets.UTF_8)) {
                lines = DiffReader.read(out);
            }
            TreeSet<Integer> seen = new TreeSet<>();
            lines.values().stream().flatMap(List::stream).forEach(range -> {
                for (int line = range.first(); line <= range.last(); line++) {
                    seen.add(line);
                }
            });
            assertThat(seen).isEqualTo(touched);
        }
    }

    private static String header(String name) {
        return "diff --git a/x b/x\n--- a/x\n+++ "
                + (name.startsWith("b/") || name.startsWith("\"") ? name : "b/" + name) + "\n";
    }

    private static Map<String, List<LineRange>> read(String diff) throws IOException {
        return DiffReader.read(new BufferedReader(new StringReader(diff)));
    }
}
