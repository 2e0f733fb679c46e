package io.github.sre4j.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;

/** The library's public types as the JDK's own tool documents them. */
final class ApiDocs {

    private ApiDocs() {}

    static void write(List<Path> sources, Path out) throws IOException, URISyntaxException {
        ToolProvider javadoc = ToolProvider.findFirst("javadoc")
                .orElseThrow(() -> new IllegalStateException("this Java has no javadoc tool: run Maven with a JDK"));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        List<String> arguments = new ArrayList<>(List.of(
                "-quiet",
                "-notimestamp",
                "-Xdoclint:none",
                "-encoding",
                "UTF-8",
                "-docencoding",
                "UTF-8",
                "-windowtitle",
                "sre4j",
                "--class-path",
                classPath(),
                "--source-path",
                sources.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-d",
                out.toString()));
        for (Path root : sources) {
            arguments.addAll(packages(root));
        }
        int result = javadoc.run(writer, writer, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("javadoc failed: " + said);
        }
    }

    private static List<String> packages(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.resolveSibling("")).toString())
                    .map(folder -> folder.replace(File.separatorChar, '.'))
                    .sorted()
                    .toList();
        }
    }

    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> each : new Class<?>[] {
            JsonNode.class, JsonFactory.class, JsonProperty.class, Histogram.class, Nullable.class, Load.class
        }) {
            places.add(Path.of(each.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
