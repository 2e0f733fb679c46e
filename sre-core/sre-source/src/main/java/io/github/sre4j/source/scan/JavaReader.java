package io.github.sre4j.source.scan;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.github.sre4j.source.internal.model.FileFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads Java files with the parser of the JDK that runs the build. Nothing is attributed, so no class path is needed; a file that does not parse
 * gives what could be read of it.
 */
final class JavaReader {

    private static final List<String> OPTIONS = List.of("-proc:none", "-XDshould-stop.ifError=PARSE");

    private JavaReader() {}

    /**
     * Reads files.
     *
     * @param texts text by file
     * @return facts by file
     */
    public static Map<Path, FileFacts> read(Map<Path, String> texts) {
        @Nullable JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null || texts.isEmpty()) {
            return Map.of();
        }
        // The compiler wraps what it is given; addresses tell the files apart.
        Map<URI, InMemory> files = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            InMemory file = new InMemory(files.size(), path, text);
            files.put(file.toUri(), file);
        });
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, new DiagnosticCollector<>(), OPTIONS, null, files.values());
        Trees trees = Trees.instance(task);
        Map<Path, FileFacts> facts = new HashMap<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                InMemory file =
                        Objects.requireNonNull(files.get(unit.getSourceFile().toUri()));
                facts.put(file.path, new UnitReader(unit, trees.getSourcePositions(), file.text).read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    /** A file whose text has been read already. */
    private static final class InMemory extends SimpleJavaFileObject {

        private final Path path;
        private final String text;

        InMemory(int number, Path path, String text) {
            super(URI.create("mem:///" + number + "/Source.java"), JavaFileObject.Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }
}
