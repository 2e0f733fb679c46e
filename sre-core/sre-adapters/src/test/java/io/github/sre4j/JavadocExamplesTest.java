package io.github.sre4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.adapter.servlet.ServiceLevelFilter;
import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.testing.Modules;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example in the Javadoc of what a service embeds compiles as it stands. */
class JavadocExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n\\s*\\* \\}</pre>", Pattern.DOTALL);

    private static final List<String> MODULES = List.of("sre-recorder", "sre-core", "sre-adapters");

    /** What an example takes for granted: the names its readers know from their own service. */
    private static final String AROUND = """
            import com.sun.net.httpserver.*;
            import io.github.sre4j.adapter.httpserver.*;
            import io.github.sre4j.adapter.junit.*;
            import io.github.sre4j.adapter.servlet.*;
            import io.github.sre4j.live.*;
            import io.github.sre4j.recorder.*;
            import io.github.sre4j.recorder.log.*;
            import io.github.sre4j.report.ServiceLevelReport;
            import io.github.sre4j.standard.DefaultStandard;
            import jakarta.servlet.DispatcherType;
            import jakarta.servlet.ServletContext;
            import java.io.Closeable;
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.*;
            import org.junit.jupiter.api.Test;

            abstract class Example%d {
                record Order(int id) {}
                record Receipt(int id) {}
                interface Load { void run(SliRecorder recorder); }
                SliRecorder recorder;
                LiveServiceLevel live;
                ScheduledExecutorService executor;
                ServletContext servletContext;
                HttpServer server;
                HttpHandler handler;
                Order order;
                Load load;
                long durationNanos;
                long nanos;
                abstract boolean accept(Order order);
                abstract Receipt receipt(Order order);
                abstract void alert(ServiceLevelChange change);
            %s
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void examples_compile() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String example : examples()) {
            String body =
                    example.startsWith("@Test") ? example : "void example() throws Exception {\n" + example + "\n}";
            sources.add(source(sources.size(), AROUND.formatted(sources.size(), body)));
        }
        assertThat(sources).hasSizeGreaterThanOrEqualTo(9);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String needed = Stream.of(
                        SliRecorder.class,
                        LiveServiceLevel.class,
                        ServiceLevelFilter.class,
                        Histogram.class,
                        NullMarked.class,
                        ServletContext.class,
                        Test.class)
                .map(JavadocExamplesTest::place)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("-proc:none", "-implicit:none", "-cp", needed, "-d", folder.toString());
        compiler.getTask(null, null, found, options, null, sources).call();
        assertThat(found.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .map(each -> each.getMessage(null) + " in\n" + text(each)))
                .isEmpty();
    }

    private static String place(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
    }

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Modules.of(module).resolve("src/main/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    Matcher matcher = EXAMPLE.matcher(Files.readString(file));
                    while (matcher.find()) {
                        examples.add(matcher.group(1)
                                .lines()
                                .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
                                .filter(line -> !line.equals("…"))
                                .collect(Collectors.joining("\n")));
                    }
                }
            }
        }
        return examples;
    }

    private static String text(Diagnostic<? extends JavaFileObject> found) {
        try {
            return String.valueOf(found.getSource().getCharContent(true));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(int number, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///Example" + number + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
