package io.github.sre4j.advisor.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.advisor.ShownLibraries;
import io.github.sre4j.advisor.cause.Callee;
import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.CauseKind;
import io.github.sre4j.advisor.cause.ErrorCause;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.Libraries;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sketch is a patch that compiles, or there is none. */
class SketchTest {

    private static final String OFFERS = """
        package shop;

        import java.util.List;

        @org.springframework.stereotype.Service
        class Offers {
            interface Numbers {
                int of(String sku);
            }

            private Numbers prices = String::length;
            private Numbers levels = String::length;

            String offer(String sku) {
                int price = prices.of(sku);
                int level = levels.of(sku);
                return sku + price + level + List.of();
            }
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void calls_are_started_before_the_first_is_waited_for() throws IOException {
        String changed = applied(OFFERS, atOnce(OFFERS));
        assertThat(changed)
                .contains(
                        "        CompletableFuture<Integer> priceLater = CompletableFuture.supplyAsync(\n"
                                + "                () -> prices.of(sku), callExecutor);\n"
                                + "        CompletableFuture<Integer> levelLater = CompletableFuture.supplyAsync(\n"
                                + "                () -> levels.of(sku), callExecutor);\n"
                                + "        int price = priceLater.join();\n"
                                + "        int level = levelLater.join();\n",
                        "import java.util.List;\nimport java.util.concurrent.CompletableFuture;\n",
                        "class Offers {\n    // Size by load",
                        "\n    @PreDestroy\n    void closeCallExecutor() {\n        callExecutor.shutdown();\n    }\n}\n");
        assertThat(changed.lines()).allMatch(line -> line.length() <= 100);
        compile(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What a lambda uses must not change.
                "return sku + price/sku += price;\n        return sku + price",
                "int price/sku = sku + 1;\n        int price",
                // An exception that must be declared cannot leave a supplier.
                "offer(String sku) {/offer(String sku) throws java.io.IOException {",
                "int price/try { wait(); } catch (InterruptedException e) { return sku; }\n        int price",
                // Nothing closes an executor of a class that Spring does not make.
                "@org.springframework.stereotype.Service/",
                // There is no object to hold an executor.
                "String offer/static String offer",
                // The second needs the first.
                "levels.of(sku)/levels.of(sku + price)",
                // Somebody else has that name.
                "private Numbers levels/private Numbers callExecutor = null, levels",
                "interface Numbers {/class Executors {}\n    interface Numbers {",
                "interface Numbers {/class CompletableFuture {}\n    interface Numbers {",
                // It does not stand alone on its line.
                "int level = levels.of(sku);/int level =\n            levels.of(sku);"
            })
    void where_a_sketch_would_not_compile_there_is_none(String change) {
        String[] parts = change.split("/", 2);
        assertThat(OFFERS).contains(parts[0]);
        assertThat(atOnce(OFFERS.replace(parts[0], parts[1]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.List;/import java.util.List;\nimport java.util.concurrent.*;",
                "import java.util.List;/import java.util.List;\nimport java.util.concurrent.Executors;",
                "import java.util.List;\n/",
                "package shop;\n\nimport java.util.List;\n/",
                "int price/var price",
                "int price/final int price",
                "class Offers {/class Offers\n        implements java.io.Serializable {",
                "    interface Numbers {/    String note = \"throws a try\";\n\n    interface Numbers {"
            })
    void other_ways_to_write_the_same_change_nothing(String change) throws IOException {
        String[] parts = change.split("/", 2);
        assertThat(OFFERS).contains(parts[0]);
        String text = OFFERS.replace(parts[0], parts[1]).replace(" + List.of()", "");
        List<SketchLine> sketch = atOnce(text);
        assertThat(sketch).isNotEmpty();
        compile(applied(text, sketch));
    }

    @Test
    void a_file_that_is_not_at_hand_as_a_whole_or_is_no_java_has_no_sketch() {
        SourceLocation place = place("Offers.kt", "shop.Offers", "offer", 14, 13, 17);
        assertThat(serial(OFFERS, place)).isEmpty();
        SourceLocation behind = place("Offers.java", "shop.Offers", "offer", 14, 13, 70);
        assertThat(serial(OFFERS, behind)).isEmpty();
    }

    @Test
    void an_exception_becomes_a_404_with_its_text() throws IOException {
        String found = """
            package shop;

            import org.springframework.stereotype.Service;

            @Service
            class Shop {
                String find(String id) {
                    throw new IllegalArgumentException("no, " + id.trim() + ", not (here");
                }
            }
            """;
        String changed = applied(found, absent(found));
        assertThat(changed)
                .contains(
                        "import org.springframework.http.HttpStatus;\nimport org.springframework.stereotype.Service;\n"
                                + "import org.springframework.web.server.ResponseStatusException;\n",
                        "throw new ResponseStatusException(HttpStatus.NOT_FOUND, \"no, \" + id.trim() + \", not"
                                + " (here\");");
        String bare = found.replace("\"no, \" + id.trim() + \", not (here\"", "");
        assertThat(applied(bare, absent(bare))).contains("throw new ResponseStatusException(HttpStatus.NOT_FOUND);");
        for (String arguments : List.of("id", "\"no\", id", "42", "\"no \"\n\n\n\n\n + id")) {
            assertThat(absent(found.replace("\"no, \" + id.trim() + \", not (here\"", arguments)))
                    .as(arguments)
                    .isEmpty();
        }
    }

    private static List<SketchLine> absent(String text) {
        SourceLocation place = place("Shop.java", "shop.Shop", "find", 8, 7, 9);
        Cause cause = new Cause(
                CauseKind.ERROR, "IllegalArgumentException", new Target.Code("shop.Shop", "find", 8), List.of(), 1, 0);
        return Remedies.forErrors(
                        new RemedyContext(cause, List.of(place), true, List.of(), new OneFile(text), null),
                        ErrorCause.Family.NOT_FOUND)
                .sketch();
    }

    /** The method is where it is, whatever was put before it. */
    private static List<SketchLine> atOnce(String text) {
        List<String> lines = text.lines().toList();
        int first = 0;
        int call = 0;
        for (int i = 1; i <= lines.size(); i++) {
            first = lines.get(i - 1).contains("String offer(") ? i : first;
            call = lines.get(i - 1).contains("price = ") ? i : call;
        }
        return serial(text, place("Offers.java", "shop.Offers", "offer", call, first, lines.size() - 1));
    }

    private static List<SketchLine> serial(String text, SourceLocation place) {
        Cause cause = new Cause(
                CauseKind.SERIAL_HTTP_CALLS, "prices", new Target.Call("prices", "", Callee.UNKNOWN), List.of(), 1, 2);
        CodeHint hint = new CodeHint(CodeHint.Kind.SERIAL_INDEPENDENT_CALLS, place);
        return Remedies.forLatency(new RemedyContext(cause, List.of(), false, List.of(hint), new OneFile(text), null))
                .sketch();
    }

    private static SourceLocation place(String file, String type, String method, int line, int first, int last) {
        return new SourceLocation(
                "src/" + file,
                line,
                first,
                last,
                type,
                method,
                1,
                SourceRule.STATIC_RULE,
                Map.of(SourceName.ENCLOSING_METHOD, method),
                null);
    }

    /** As patch programs do it. */
    private static String applied(String text, List<SketchLine> sketch) {
        assertThat(sketch).isNotEmpty();
        List<String> file = text.lines().toList();
        List<String> changed = new ArrayList<>();
        int at = 0;
        for (SketchLine line : sketch) {
            if (line.mark() == '~') {
                int[] numbers = Arrays.stream(line.text().replaceAll("[-+]", "").split("[ ,]", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                changed.addAll(file.subList(at, numbers[0] - 1));
                at = numbers[0] - 1;
                assertThat(changed).hasSize(numbers[2] - 1);
            } else if (line.mark() != '@') {
                if (line.mark() != '+') {
                    assertThat(line.text()).isEqualTo(file.get(at++));
                }
                if (line.mark() != '-') {
                    changed.add(line.text());
                }
            }
        }
        changed.addAll(file.subList(at, file.size()));
        return String.join("\n", changed) + "\n";
    }

    private void compile(String text) throws IOException {
        Path file = folder.resolve("Offers.java");
        Files.writeString(file, text);
        for (String annotation : List.of("org.springframework.stereotype.Service", "jakarta.annotation.PreDestroy")) {
            int dot = annotation.lastIndexOf('.');
            Path stub = folder.resolve(annotation.replace('.', '/') + ".java");
            Files.createDirectories(stub.getParent());
            Files.writeString(
                    stub,
                    "package " + annotation.substring(0, dot) + ";\npublic @interface " + annotation.substring(dot + 1)
                            + " {}\n");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-proc:none",
                        "-sourcepath",
                        folder.toString(),
                        "-d",
                        folder.toString(),
                        file.toString());
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** Knows one file. */
    private record OneFile(String text) implements SourceIndex {

        @Override
        public Set<CodeTrait> traits() {
            return Set.of(CodeTrait.JPA_ENTITIES);
        }

        @Override
        public Libraries libraries() {
            return ShownLibraries.SERVICE;
        }

        @Override
        public Set<CodeTrait> traits(SourceLocation place) {
            return Set.of(CodeTrait.SPRING_WEB);
        }

        @Override
        public Optional<Snippet> snippet(SourceLocation place, int around) {
            return Optional.of(new Snippet(place.file(), 1, text.lines().toList()));
        }
    }
}
