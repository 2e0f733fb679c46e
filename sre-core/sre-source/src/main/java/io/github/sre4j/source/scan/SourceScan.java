package io.github.sre4j.source.scan;

import io.github.sre4j.source.model.FileFacts;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads a product's sources: the files whose text says that they matter, then whatever those name, until nothing new is named. Files that have not
 * changed come from the cache.
 */
public final class SourceScan {

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
     * @param save keeps what was read for the next run; does nothing where nothing has changed or no cache is wanted
     */
    public record Result(Map<SourceFile, FileFacts> facts, List<SourceFile> files, int parsed, Runnable save) {}

    /**
     * Reads the sources of a product.
     *
     * @param layout where they lie
     * @param cache the file of the cache, or null for none
     */
    public static Result read(SourceLayout layout, @Nullable Path cache) {
        FactsCache store = cache == null ? null : new FactsCache(cache);
        Map<String, FactsCache.Entry> cached = store == null ? Map.of() : store.load();
        return new SourceScan(layout, cached).read(store);
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

    private Result read(@Nullable FactsCache store) {
        if (cached.isEmpty()) {
            JavaReader.warmUp();
        }
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
        if (!toRead.isEmpty()) {
            Set<String> named = new HashSet<>();
            facts.values().forEach(each -> Mentions.collect(each, named));
            named.addAll(parse(toRead, true));
            waiting.removeAll(facts.keySet());
            follow(named, waiting);
        }
        Map<SourceFile, FileFacts> sorted = new TreeMap<>(Comparator.comparing(SourceFile::name));
        sorted.putAll(facts);
        boolean changed = parsed > 0 || !toRead.isEmpty() || entries.size() != cached.size();
        Runnable save = store == null || !changed ? () -> {} : () -> store.save(entries);
        return new Result(sorted, List.copyOf(all.keySet()), parsed, save);
    }

    private static boolean isSource(String name) {
        boolean java = name.endsWith(".java") && !name.equals("package-info.java") && !name.equals("module-info.java");
        return java || name.endsWith(".kt");
    }

    private static long millis(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toMillis();
    }

    /** Parses what the parsed files name, until they name nothing new. */
    private void follow(Set<String> named, Set<SourceFile> waiting) {
        Set<String> seen = new HashSet<>();
        Set<String> fresh = named;
        while (!fresh.isEmpty() && !waiting.isEmpty()) {
            List<SourceFile> next = new ArrayList<>();
            for (String name : fresh) {
                if (seen.add(name)) {
                    for (SourceFile each : byName.getOrDefault(name, List.of())) {
                        if (waiting.remove(each)) {
                            next.add(each);
                        }
                    }
                }
            }
            fresh = parse(next, false);
        }
    }

    /** Reads and parses files, with a filter only those that may matter, and answers the names of types they name. */
    private Set<String> parse(List<SourceFile> files, boolean filter) {
        Set<String> named = new HashSet<>();
        for (Part part : Parallel.read(files, some -> parsePart(some, filter))) {
            parsed += part.facts.size();
            part.facts.forEach((file, each) -> {
                FactsCache.Entry entry = Objects.requireNonNull(entries.get(file.name()));
                facts.put(file, each);
                entries.put(file.name(), new FactsCache.Entry(entry.size(), entry.modified(), each));
            });
            named.addAll(part.named);
        }
        return named;
    }

    private Part parsePart(List<SourceFile> files, boolean filter) {
        Map<Path, String> java = new LinkedHashMap<>();
        Map<Path, FileFacts> read = new HashMap<>();
        for (SourceFile file : files) {
            String text = text(file);
            if (text == null || (filter && !TextFilter.mayMatter(text, byName::containsKey))) {
                continue;
            }
            if (file.name().endsWith(".kt")) {
                read.put(file.path(), KotlinReader.read(text));
            } else {
                java.put(file.path(), text);
            }
        }
        read.putAll(JavaReader.read(java));
        Part part = new Part(new LinkedHashMap<>(), new HashSet<>());
        for (SourceFile file : files) {
            FileFacts each = read.get(file.path());
            if (each != null) {
                part.facts.put(file, each);
                Mentions.collect(each, part.named);
            }
        }
        return part;
    }

    /** What one thread read, and the names of types in it. */
    private record Part(Map<SourceFile, FileFacts> facts, Set<String> named) {}

    private static @Nullable String text(SourceFile file) {
        try {
            return FileTexts.read(file.path());
        } catch (IOException e) {
            return null;
        }
    }
}
