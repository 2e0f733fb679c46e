package io.github.sre4j.benchmarks.source;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.source.ProductSources;
import io.github.sre4j.source.scan.SourceLayout;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a product's sources in a young JVM and asks for one endpoint. */
public final class IndexSources {

    private IndexSources() {}

    /** Arguments: the product's folder; optionally the file of the cache. */
    @SuppressWarnings("SystemOut") // a program that prints figures
    public static void main(String... args) {
        Path root = Path.of(args[0]);
        @Nullable Path cache = args.length > 1 ? Path.of(args[1]) : null;
        Path main = root.resolve("src/main");
        SourceLayout layout =
                new SourceLayout(root, List.of(main.resolve("java")), List.of(main.resolve("resources")), List.of());
        long start = System.nanoTime();
        ProductSources sources = ProductSources.read(layout, cache, null);
        long read = System.nanoTime();
        EndpointName endpoint = new EndpointName("WebTransaction/SpringController/area7/1/things3/{id} (GET)");
        int handlers = sources.index().handlers(endpoint).size();
        int hints = sources.index().hints(endpoint).size();
        long asked = System.nanoTime();
        System.out.printf(
                "%d files, %d parsed: %d ms to read, %d ms to ask (%d handlers, %d hints)%n",
                sources.files(), sources.parsed(), millis(read - start), millis(asked - read), handlers, hints);
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }
}
