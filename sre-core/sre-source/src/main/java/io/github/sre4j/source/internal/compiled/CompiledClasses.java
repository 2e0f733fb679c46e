package io.github.sre4j.source.internal.compiled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;

/**
 * The compiled classes of the build and of its libraries, read when first asked for. A class that cannot be read is as good as none. Thread-safe.
 */
public final class CompiledClasses {

    /** A class file with constants is small; larger ones are generated. */
    private static final int MAX_BYTES = 4 << 20;

    private final List<Path> folders;
    private final List<Path> jars;
    private final Map<String, Optional<CompiledClass>> known = new ConcurrentHashMap<>();

    /** Classes below these folders and in these JAR files, which need not exist. */
    public CompiledClasses(List<Path> classes) {
        folders = classes.stream().filter(Files::isDirectory).toList();
        jars = classes.stream()
                .filter(each -> each.toString().endsWith(".jar") && Files.isRegularFile(each))
                .toList();
    }

    /** A text constant of a class. */
    public Optional<String> constant(String className, String field) {
        return find(className)
                .flatMap(each -> Optional.ofNullable(each.constants().get(field)));
    }

    /** The texts of an annotation's attribute on a method, or on the class for an empty method name; empty if unknown. */
    public List<String> annotation(
            String className, String method, int parameters, String annotation, String attribute) {
        return find(className)
                .map(each -> each.texts()
                        .getOrDefault(CompiledClass.key(method, parameters, annotation, attribute), List.of()))
                .orElse(List.of());
    }

    /** The method whose code holds a line; lambdas count as the method around them. */
    public Optional<String> methodAt(String className, int line) {
        return find(className)
                .flatMap(each -> Optional.ofNullable(each.methods().get(line)));
    }

    private Optional<CompiledClass> find(String name) {
        Optional<CompiledClass> found = known.get(name);
        if (found == null) {
            found = read(name);
            known.put(name, found);
        }
        return found;
    }

    private Optional<CompiledClass> read(String name) {
        // The name may come from telemetry.
        if (!name.matches("[\\w$.]+") || name.contains("..")) {
            return Optional.empty();
        }
        String file = name.replace('.', '/');
        while (!file.isEmpty()) {
            Optional<CompiledClass> found = inFolders(file + ".class");
            found = found.isPresent() ? found : inJars(file + ".class");
            if (found.isPresent()) {
                return found;
            }
            int slash = file.lastIndexOf('/');
            if (slash < 0 || !Character.isUpperCase(file.charAt(file.lastIndexOf('/', slash - 1) + 1))) {
                return Optional.empty();
            }
            file = file.substring(0, slash) + "$" + file.substring(slash + 1);
        }
        return Optional.empty();
    }

    private Optional<CompiledClass> inFolders(String file) {
        for (Path folder : folders) {
            Path path = folder.resolve(file);
            if (Files.isRegularFile(path)) {
                return parse(() -> Files.readAllBytes(path));
            }
        }
        return Optional.empty();
    }

    private Optional<CompiledClass> inJars(String file) {
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry(file);
                if (entry != null && entry.getSize() <= MAX_BYTES) {
                    return parse(() -> zip.getInputStream(entry).readNBytes(MAX_BYTES));
                }
            } catch (IOException e) {
                // A damaged library tells nothing; the next one may.
            }
        }
        return Optional.empty();
    }

    /** Reads the bytes of a class file. */
    private interface Bytes {
        byte[] read() throws IOException;
    }

    private static Optional<CompiledClass> parse(Bytes bytes) {
        try {
            ClassFacts facts = new ClassFacts();
            new ClassReader(bytes.read()).accept(facts, ClassReader.SKIP_FRAMES);
            return Optional.of(facts.done());
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
