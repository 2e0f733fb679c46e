package io.github.sre4j.source.scan;

import io.github.sre4j.source.internal.kotlin.KotlinReader;
import io.github.sre4j.source.internal.model.FileFacts;
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

    /** Endings of languages that run on the JVM and are not read. */
    private static final List<String> UNREAD = List.of(".groovy", ".scala", ".clj");

    /** Bound of the texts that one compiler holds at a time, in characters: their trees need about forty times as many bytes. */
    private static final int MAX_BATCH = 1_000_000;

    private final SourceLayout layout;
    private final Map<String, FactsCache.Entry> cached;
    private final Map<String, FactsCache.Entry> entries = new HashMap<>();
    private final Map<String, List<SourceFile>> byName = new HashMap<>();
    private final Map<SourceFile, FileFacts> facts = new LinkedHashMap<>();
    private final List<UnreadFile> unread = new ArrayList<>();
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
     * @param unread source files that are not read, sorted by name
     * @param parsed how many were parsed now, and not taken from the cache
     * @param save keeps what was read for the next run; does nothing where nothing has changed or no cache is wanted
     */
    public record Result(
            Map<SourceFile, FileFacts> facts,
            List<SourceFile> files,
            List<UnreadFile> unread,
            int parsed,
            Runnable save) {}

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
            return isKotlin(file)
                    ? Optional.of(KotlinReader.read(text, file.baseName()))
                    : Optional.ofNullable(readJava(Map.of(file, text)).get(file.path()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Result read(@Nullable FactsCache store) {
        if (!cached.isEmpty()) {
            return scan(store);
        }
        CompilerWarmUp warmUp = CompilerWarmUp.start();
        try {
            return scan(store);
        } finally {
            warmUp.await();
        }
    }

    private Result scan(@Nullable FactsCache store) {
        Map<SourceFile, BasicFileAttributes> all = new LinkedHashMap<>();
        for (Path folder : layout.sources()) {
            FileTexts.below(folder, SourceScan::isSource, Long.MAX_VALUE).forEach((path, attributes) -> {
                SourceFile file = layout.file(path);
                if (!isRead(file.name())) {
                    unread.add(new UnreadFile(file, UnreadFile.Reason.LANGUAGE));
                } else if (attributes.size() > FileTexts.MAX_BYTES) {
                    unread.add(new UnreadFile(file, UnreadFile.Reason.SIZE));
                } else {
                    all.put(file, attributes);
                }
            });
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
        sorted.forEach((file, each) -> {
            if (each.types().isEmpty()) {
                unread.add(new UnreadFile(file, UnreadFile.Reason.UNPARSABLE));
            }
        });
        unread.sort(Comparator.comparing(each -> each.file().name()));
        return new Result(sorted, List.copyOf(all.keySet()), List.copyOf(unread), parsed, save);
    }

    private static boolean isSource(String name) {
        return isRead(name) || UNREAD.stream().anyMatch(name::endsWith);
    }

    private static boolean isRead(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        boolean java = last.endsWith(".java") && !last.equals("package-info.java") && !last.equals("module-info.java");
        return java || last.endsWith(".kt");
    }

    private static boolean isKotlin(SourceFile file) {
        return file.name().endsWith(".kt");
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
            unread.addAll(part.unread);
        }
        return named;
    }

    private Part parsePart(List<SourceFile> files, boolean filter) {
        Part part = new Part(new LinkedHashMap<>(), new HashSet<>(), new ArrayList<>());
        Map<SourceFile, String> java = new LinkedHashMap<>();
        int size = 0;
        for (SourceFile file : files) {
            String text = text(file);
            if (text == null) {
                part.unread.add(new UnreadFile(file, UnreadFile.Reason.UNREADABLE));
            } else if (!filter || TextFilter.mayMatter(text, byName::containsKey)) {
                if (isKotlin(file)) {
                    part.add(file, KotlinReader.read(text, file.baseName()));
                } else {
                    java.put(file, text);
                    size += text.length();
                }
            }
            if (size > MAX_BATCH) {
                parseJava(java, part);
                java.clear();
                size = 0;
            }
        }
        parseJava(java, part);
        return part;
    }

    private static void parseJava(Map<SourceFile, String> texts, Part part) {
        Map<Path, FileFacts> read = readJava(texts);
        texts.keySet().forEach(file -> {
            FileFacts each = read.get(file.path());
            if (each != null) {
                part.add(file, each);
            }
        });
    }

    private static Map<Path, FileFacts> readJava(Map<SourceFile, String> texts) {
        Map<Path, String> byPath = new LinkedHashMap<>();
        texts.forEach((file, text) -> byPath.put(file.path(), text));
        Map<Path, FileFacts> read = new HashMap<>(JavaReader.read(byPath));
        Map<Path, String> compact = new LinkedHashMap<>();
        texts.forEach((file, text) -> Optional.ofNullable(read.get(file.path()))
                .flatMap(facts -> CompactSources.expand(text, file.baseName(), facts))
                .ifPresent(expanded -> compact.put(file.path(), expanded)));
        read.putAll(JavaReader.read(compact));
        return read;
    }

    /** What one thread read, the names of types in it, and the files that it could not read. */
    private record Part(Map<SourceFile, FileFacts> facts, Set<String> named, List<UnreadFile> unread) {

        void add(SourceFile file, FileFacts read) {
            facts.put(file, read);
            Mentions.collect(read, named);
        }
    }

    private static @Nullable String text(SourceFile file) {
        try {
            return FileTexts.read(file.path());
        } catch (IOException e) {
            return null;
        }
    }
}
