package io.github.sre4j.maven.source.scan;

import io.github.sre4j.maven.source.model.FileFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a product's sources: the files whose text says that they matter, then whatever those name, until nothing new is named. Files that have not
 * changed come from the cache.
 */
public final class SourceScan {

    private static final Pattern SUPER_TYPES = Pattern.compile("\\b(?:implements|extends)\\s+([\\w.,\\s<>?]+)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Deep expressions recurse; the default stack is too small for some generated code. */
    private static final long STACK = 64L << 20;

    private final SourceLayout layout;
    private final Map<String, FactsCache.Entry> cached;
    private final Map<String, FactsCache.Entry> entries = new HashMap<>();
    private final Map<String, List<SourceFile>> byName = new HashMap<>();
    private final Map<SourceFile, FileFacts> facts = new LinkedHashMap<>();
    private int parsed;

    private SourceScan(SourceLayout layout, Map<String, FactsCache.Entry> cached) {
        this.layout = layout;
        this.cached = cached;
    }

    /**
     * What was read.
     *
     * @param facts by file
     * @param files all source files found
     * @param parsed how many were parsed now, and not taken from the cache
     */
    public record Result(Map<SourceFile, FileFacts> facts, List<SourceFile> files, int parsed) {}

    /**
     * Reads the sources of a product.
     *
     * @param layout where they lie
     * @param cache the file of the cache, or null for none
     */
    public static Result read(SourceLayout layout, @Nullable Path cache) {
        FactsCache store = cache == null ? null : new FactsCache(cache);
        Map<String, FactsCache.Entry> cached = store == null ? Map.of() : store.load();
        SourceScan scan = new SourceScan(layout, cached);
        Result result = scan.read();
        if (store != null && !scan.entries.equals(cached)) {
            store.save(scan.entries);
        }
        return result;
    }

    /** One file that the scan left out; empty if it cannot be read. */
    public static Optional<FileFacts> readOne(SourceFile file) {
        try {
            String text = FileTexts.read(file.path());
            return file.name().endsWith(".kt")
                    ? Optional.of(KotlinReader.read(text))
                    : Optional.ofNullable(
                            JavaReader.read(Map.of(file.path(), text)).get(file.path()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Result read() {
        Map<SourceFile, BasicFileAttributes> all = new LinkedHashMap<>();
        for (Path folder : layout.sources()) {
            FileTexts.below(folder, SourceScan::isSource)
                    .forEach((path, attributes) -> all.put(layout.file(path), attributes));
        }
        all.keySet()
                .forEach(each -> byName.computeIfAbsent(each.baseName(), name -> new ArrayList<>())
                        .add(each));

        Set<SourceFile> waiting = new HashSet<>();
        List<SourceFile> toRead = new ArrayList<>();
        all.forEach((file, attributes) -> {
            FactsCache.Entry entry = cached.get(file.name());
            if (entry == null || entry.size() != attributes.size() || entry.modified() != millis(attributes)) {
                entries.put(file.name(), new FactsCache.Entry(attributes.size(), millis(attributes), null));
                toRead.add(file);
                return;
            }
            entries.put(file.name(), entry);
            if (entry.facts() == null) {
                waiting.add(file);
            } else {
                facts.put(file, entry.facts());
            }
        });
        waiting.addAll(toRead);
        parse(toRead, true);
        waiting.removeAll(facts.keySet());
        follow(waiting);
        Map<SourceFile, FileFacts> sorted = new TreeMap<>(Comparator.comparing(SourceFile::name));
        sorted.putAll(facts);
        return new Result(sorted, List.copyOf(all.keySet()), parsed);
    }

    private static boolean isSource(String name) {
        boolean java = name.endsWith(".java") && !name.equals("package-info.java") && !name.equals("module-info.java");
        return java || name.endsWith(".kt");
    }

    private static long millis(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toMillis();
    }

    /** By its own words, or because it implements or extends a type of the product. */
    private boolean mayMatter(String text) {
        if (TextFilter.mayMatter(text)) {
            return true;
        }
        Matcher clause = SUPER_TYPES.matcher(text);
        while (clause.find()) {
            Matcher word = WORD.matcher(clause.group(1));
            while (word.find()) {
                if (byName.containsKey(word.group())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Parses what the parsed files name, until they name nothing new. */
    private void follow(Set<SourceFile> waiting) {
        Set<String> seen = new HashSet<>();
        List<FileFacts> fresh = new ArrayList<>(facts.values());
        while (!fresh.isEmpty() && !waiting.isEmpty()) {
            Set<String> named = new HashSet<>();
            fresh.forEach(each -> Mentions.collect(each, named));
            List<SourceFile> next = new ArrayList<>();
            for (String name : named) {
                if (seen.add(name)) {
                    byName.getOrDefault(name, List.of()).stream()
                            .filter(waiting::remove)
                            .forEach(next::add);
                }
            }
            fresh = parse(next, false);
        }
    }

    /** Reads and parses files; with a filter, only those that may matter. */
    private List<FileFacts> parse(List<SourceFile> files, boolean filter) {
        Map<SourceFile, FileFacts> read = inParallel(files, part -> parsePart(part, filter));
        parsed += read.size();
        read.forEach((file, each) -> {
            FactsCache.Entry entry = Objects.requireNonNull(entries.get(file.name()));
            facts.put(file, each);
            entries.put(file.name(), new FactsCache.Entry(entry.size(), entry.modified(), each));
        });
        return new ArrayList<>(read.values());
    }

    private Map<SourceFile, FileFacts> parsePart(List<SourceFile> files, boolean filter) {
        Map<Path, String> java = new LinkedHashMap<>();
        Map<Path, FileFacts> read = new HashMap<>();
        for (SourceFile file : files) {
            String text = text(file);
            if (text == null || (filter && !mayMatter(text))) {
                continue;
            }
            if (file.name().endsWith(".kt")) {
                read.put(file.path(), KotlinReader.read(text));
            } else {
                java.put(file.path(), text);
            }
        }
        read.putAll(JavaReader.read(java));
        Map<SourceFile, FileFacts> byFile = new LinkedHashMap<>();
        files.forEach(file -> Optional.ofNullable(read.get(file.path())).ifPresent(each -> byFile.put(file, each)));
        return byFile;
    }

    private static @Nullable String text(SourceFile file) {
        try {
            return FileTexts.read(file.path());
        } catch (IOException e) {
            return null;
        }
    }

    private static Map<SourceFile, FileFacts> inParallel(
            List<SourceFile> files, Function<List<SourceFile>, Map<SourceFile, FileFacts>> reader) {
        if (files.isEmpty()) {
            return Map.of();
        }
        int processors = Math.min(4, Runtime.getRuntime().availableProcessors());
        int threads = Math.max(1, Math.min(processors, files.size() / 50));
        List<List<SourceFile>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < files.size(); i++) {
            parts.get(i % threads).add(files.get(i));
        }
        ExecutorService executor =
                Executors.newFixedThreadPool(threads, task -> new Thread(null, task, "sre-sources", STACK));
        try {
            List<Future<Map<SourceFile, FileFacts>>> running = new ArrayList<>();
            parts.forEach(part -> running.add(executor.submit(() -> reader.apply(part))));
            Map<SourceFile, FileFacts> read = new LinkedHashMap<>();
            for (Future<Map<SourceFile, FileFacts>> each : running) {
                read.putAll(each.get());
            }
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sources could not be read", e.getCause());
        } finally {
            executor.shutdown();
        }
    }
}
