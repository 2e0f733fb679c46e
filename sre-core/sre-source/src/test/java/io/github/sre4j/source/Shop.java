package io.github.sre4j.source;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.source.scan.SourceLayout;
import java.nio.file.Path;
import java.util.List;

/** The fixture product. */
final class Shop {

    static final Path ROOT = Path.of("src/test/resources/products/shop").toAbsolutePath();

    static final SourceIndex INDEX =
            ProductSources.read(layout(ROOT), null, null).index();

    private Shop() {}

    static SourceLayout layout(Path root) {
        Path main = root.resolve("src/main");
        return new SourceLayout(
                root,
                List.of(main.resolve("java"), main.resolve("kotlin")),
                List.of(main.resolve("resources")),
                List.of(root.resolve("target/classes")));
    }

    static EndpointName endpoint(String name) {
        return new EndpointName(name);
    }

    /** {@code OrderController.list:21}. */
    static List<String> shown(List<SourceLocation> places) {
        return places.stream().map(Shop::shown).toList();
    }

    static String shown(SourceLocation place) {
        String simple = place.className().substring(place.className().lastIndexOf('.') + 1);
        return simple + (place.method() == null ? "" : "." + place.method()) + ":" + place.line();
    }
}
