package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.StatementTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are cut and stirred at random, and names come from nowhere; the index may find less, but never fails. */
class RobustnessTest {

    @TempDir
    private Path folder;

    @Test
    void no_text_of_a_source_file_stops_the_index() throws IOException {
        Random random = new Random(42);
        List<Path> files;
        try (Stream<Path> all = Files.walk(Shop.ROOT)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (int round = 0; round < 12; round++) {
            for (Path each : files) {
                Path to = folder.resolve(Shop.ROOT.relativize(each).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, stirred(Files.readString(each), random));
            }
            SourceIndex index =
                    ProductSources.read(Shop.layout(folder), null, null).index();
            index.hints(Shop.endpoint("GET /v2/orders"));
            index.statements(new StatementTarget("orders", "select", null), Shop.endpoint("GET /v2/orders"));
            index.calls("pricing.internal", "/prices/1", Shop.endpoint("GET /v2/orders"));
            index.logging("x", "y");
            assertThat(index.handlers(Shop.endpoint("GET /nowhere/at/all"))).isEmpty();
        }
    }

    private static String stirred(String text, Random random) {
        StringBuilder stirred = new StringBuilder(text);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && stirred.length() > 10; i++) {
            int at = random.nextInt(stirred.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> stirred.setLength(at);
                case 1 -> stirred.deleteCharAt(at);
                case 2 -> stirred.insert(at, "(){}<>\"'`@,.:\\*/ \n\0".charAt(random.nextInt(19)));
                default ->
                    stirred.insert(at, stirred.substring(at, Math.min(stirred.length(), at + random.nextInt(200))));
            }
        }
        return stirred.toString();
    }

    @Test
    void no_name_from_telemetry_stops_the_index() {
        Random random = new Random(43);
        String signs = "/{}()*:$.%\\ \u0000\uD83DaZ0`'\"-_GET";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder name = new StringBuilder(i % 2 == 0 ? "WebTransaction/SpringController/" : "x");
            int length = random.nextInt(40);
            for (int k = 0; k < length; k++) {
                name.append(signs.charAt(random.nextInt(signs.length())));
            }
            String text = name.toString();
            assertThat(Shop.INDEX.handlers(Shop.endpoint(text)).size()).isLessThan(10);
            Shop.INDEX.methods(text, text, i % 50 - 5);
            Shop.INDEX.logging(text, text);
            Shop.INDEX.calls(text, text, Shop.endpoint("GET /v2/orders"));
            Shop.INDEX.statements(new StatementTarget(text, "select", text), Shop.endpoint("GET /v2/orders"));
        }
    }
}
