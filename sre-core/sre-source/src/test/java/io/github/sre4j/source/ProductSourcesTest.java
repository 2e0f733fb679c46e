package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductSourcesTest {

    private static final String ENDPOINT = "WebTransaction/SpringController/v2/orders (GET)";

    @TempDir
    private Path folder;

    private Path product;
    private Path cache;

    @BeforeEach
    void copy() throws IOException {
        product = folder.resolve("shop");
        cache = folder.resolve("out/source-index.bin");
        try (Stream<Path> files = Files.walk(Shop.ROOT)) {
            for (Path each : files.toList()) {
                Path to = product.resolve(Shop.ROOT.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(each, to);
                }
            }
        }
    }

    private ProductSources read() {
        return ProductSources.read(Shop.layout(product), cache, null);
    }

    private static List<?> answers(SourceIndex index) {
        return List.of(
                index.handlers(Shop.endpoint(ENDPOINT)),
                index.hints(Shop.endpoint(ENDPOINT)),
                index.statements(new StatementTarget("orders", "select", null), Shop.endpoint(ENDPOINT)),
                index.calls("pricing.internal", "", Shop.endpoint(ENDPOINT)),
                index.logging("", "listing orders with status open"));
    }

    @Test
    void unchanged_files_come_from_the_cache_and_answer_the_same() {
        ProductSources first = read();
        ProductSources second = read();
        assertThat(first.parsed()).isPositive();
        assertThat(second.parsed()).isZero();
        assertThat(second.files()).isEqualTo(first.files());
        assertThat(answers(second.index())).isEqualTo(answers(first.index()));
    }

    @Test
    void a_changed_file_is_read_again_and_a_deleted_one_forgotten() throws IOException {
        read();
        Path controller = product.resolve("src/main/java/com/acme/shop/api/OrderController.java");
        Files.writeString(controller, Files.readString(controller).replace("{Paths.ORDERS,", "{\"/renamed\",") + "\n");
        ProductSources changed = read();
        assertThat(changed.parsed()).isEqualTo(1);
        assertThat(changed.index().handlers(Shop.endpoint(ENDPOINT))).isEmpty();
        assertThat(changed.index().handlers(Shop.endpoint("GET /v2/renamed"))).hasSize(1);
        Files.delete(controller);
        assertThat(read().index().handlers(Shop.endpoint("GET /v2/renamed"))).isEmpty();
    }

    @Test
    void a_damaged_cache_is_no_cache() throws IOException {
        List<?> expected = answers(read().index());
        byte[] whole = Files.readAllBytes(cache);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(cache, i % 2 == 0 ? damaged : java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            ProductSources again = read();
            assertThat(again.parsed()).isPositive();
            assertThat(answers(again.index())).isEqualTo(expected);
        }
    }

    @Test
    void a_file_that_does_not_parse_costs_only_itself() throws IOException {
        Files.writeString(
                product.resolve("src/main/java/com/acme/shop/api/Broken.java"),
                "@RestController class Broken { void x( {{{ \"");
        assertThat(read().index().handlers(Shop.endpoint(ENDPOINT))).hasSize(1);
    }

    @Test
    void links_show_the_commit_and_a_note_says_that_the_deployed_one_is_unknown() throws IOException {
        Files.createDirectories(product.resolve(".git"));
        Files.writeString(product.resolve(".git/HEAD"), "a".repeat(40) + "\n");
        Files.writeString(
                product.resolve(".git/config"),
                "[remote \"origin\"]\nurl = https://ann:s3cret@github.com/acme/shop.git\n");
        ProductSources sources = read();
        assertThat(sources.index().handlers(Shop.endpoint(ENDPOINT)).get(0).url())
                .isEqualTo("https://github.com/acme/shop/blob/" + "a".repeat(40)
                        + "/src/main/java/com/acme/shop/api/OrderController.java#L21");
        assertThat(sources.notes()).contains(SourceNote.COMMIT_OF_CHECKOUT);
        assertThat(ProductSources.read(Shop.layout(product), null, "b".repeat(40))
                        .notes())
                .doesNotContain(SourceNote.COMMIT_OF_CHECKOUT);
    }

    @Test
    void a_module_without_sources_says_so() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        ProductSources sources = ProductSources.read(Shop.layout(empty), null, null);
        assertThat(sources.index()).isSameAs(SourceIndex.NONE);
        assertThat(sources.notes()).containsExactly(SourceNote.NO_SOURCES);
    }

    @ParameterizedTest
    @EnumSource(SourceNote.class)
    void every_note_is_a_sentence_in_both_languages(SourceNote note) {
        assertThat(note.in(Texts.of("en"))).endsWith(".").doesNotContain("{");
        assertThat(note.in(Texts.of("ja"))).endsWith("。").isNotEqualTo(note.in(Texts.of("en")));
    }
}
