package io.github.sre4j.source;

import static io.github.sre4j.source.InlineProduct.handlers;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.HandlerCoverage;
import io.github.sre4j.code.HandlerGap;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.text.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReadingTest {

    private static final String CONTROLLER = """
        package acme;

        @RestController
        class CoinController {
            @GetMapping("/coins") String all() { return "¢"; }
        }
        """;

    @TempDir
    private Path folder;

    private InlineProduct product;

    @BeforeEach
    void create() {
        product = new InlineProduct(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_is_no_part_of_the_text(String charset) {
        byte[] bytes = ("\uFEFF" + CONTROLLER).getBytes(Charset.forName(charset));
        SourceIndex index = product.with("java/acme/CoinController.java", bytes).index();
        assertThat(handlers(index, "GET /coins")).containsExactly("CoinController.all:5");
    }

    @Test
    void utf_16_without_a_mark_is_told_by_its_zeros() {
        SourceIndex index = product.with(
                        "java/acme/CoinController.java", CONTROLLER.getBytes(StandardCharsets.UTF_16LE))
                .index();
        assertThat(handlers(index, "GET /coins")).containsExactly("CoinController.all:5");
    }

    @Test
    void a_file_of_several_megabytes_is_read() {
        String filler = "    static final String S%d = \"%s\";\n".formatted(1, "x".repeat(60_000));
        String text = CONTROLLER.replace("class CoinController {\n", "class CoinController {\n" + filler.repeat(40));
        SourceIndex index = product.with("java/acme/CoinController.java", text).index();
        assertThat(handlers(index, "GET /coins")).containsExactly("CoinController.all:45");
    }

    @Test
    void a_compact_source_file_has_the_class_of_its_name() {
        SourceIndex index = product.with("java/Batch.java", """
            import java.util.logging.Logger;

            Logger log = Logger.getLogger("batch");

            void main() {
                log.info("The batch of the night began");
            }
            """).index();
        assertThat(Shop.shown(index.methods("Batch", "main", 6))).containsExactly("Batch.main:6");
        assertThat(Shop.shown(index.logging("batch", "The batch of the night began")))
                .containsExactly("Batch.main:6");
    }

    @Test
    void endpoints_in_files_that_are_not_read_are_counted_with_the_reason() {
        SourceIndex index = product.with("java/acme/CoinController.java", CONTROLLER)
                .with("groovy/acme/NoteController.groovy", """
                    package acme
                    @RestController
                    class NoteController {
                        @GetMapping('/notes/{id}/pages')
                        def pages() {}
                    }
                    """)
                .index();
        List<EndpointName> names = List.of(
                new EndpointName("GET /coins"),
                new EndpointName("GET /notes/{id}/pages"),
                new EndpointName("GET /actuator/health"),
                new EndpointName("GET /nowhere"));
        assertThat(index.handlerGap(names.get(0))).isEmpty();
        assertThat(index.handlerGap(names.get(1)))
                .contains(new HandlerGap(HandlerGap.Kind.UNREAD_FILE, "src/main/groovy/acme/NoteController.groovy"));
        assertThat(HandlerCoverage.of(index, names).summary(Texts.in(Locale.ENGLISH)))
                .isEqualTo("Handlers found for 1 of 4 endpoints; not found: 1 handled by frameworks (for example Spring"
                        + " Boot Actuator), 1 in files that are not read (for example"
                        + " src/main/groovy/acme/NoteController.groovy), 1 without a route in the sources.");
    }

    @Test
    void no_thread_outlives_the_reading() {
        product.with("java/acme/CoinController.java", CONTROLLER).index();
        // A pool has ended when its threads have nothing left to run; they vanish a moment later.
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(each -> each.getName().startsWith("sre-"))
                .allSatisfy(each -> {
                    each.join(10_000);
                    assertThat(each.isAlive()).isFalse();
                });
    }

    @Test
    void a_mapped_interface_that_is_not_among_the_sources_is_named() {
        SourceIndex index = product.java(
                        "CoinApiController",
                        "import acme.generated.CoinsApi;\n"
                                + "@RestController class CoinApiController implements CoinsApi {\n"
                                + " public String listCoins() { return \"\"; }\n"
                                + "}\n")
                .index();
        assertThat(index.handlerGap(new EndpointName("GET /coins")))
                .contains(new HandlerGap(HandlerGap.Kind.MISSING_INTERFACE, "CoinsApi"));
    }

    @Test
    void names_all_interfaces_that_may_map_an_endpoint() {
        for (String each : new String[] {"Coins", "Notes"}) {
            product.java(
                    each + "ApiController",
                    "import acme.generated." + each + "Api;\n@RestController class " + each
                            + "ApiController implements " + each
                            + "Api {\n public String list() { return \"\"; }\n}\n");
        }
        assertThat(product.index().handlerGap(new EndpointName("GET /coins")))
                .contains(new HandlerGap(HandlerGap.Kind.MISSING_INTERFACE, "CoinsApi, NotesApi"));
    }
}
