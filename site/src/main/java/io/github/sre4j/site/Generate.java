package io.github.sre4j.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes the generated pages and their resources. */
public final class Generate {

    private Generate() {}

    /** Takes the root of the sources and the folder to write to. */
    public static void main(String... arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path out = Path.of(arguments[1]);
        Path markdown = out.resolve("markdown");
        Path resources = out.resolve("resources");
        Path schemas = root.resolve("sre-core/sre-core/src/main/resources/io/github/sre4j/schema");
        write(
                markdown.resolve("goals.md"),
                GoalsReference.of(root.resolve("sre-maven-plugin/target/classes/META-INF/maven/plugin.xml")));
        write(markdown.resolve("messages.md"), Messages.of(root));
        write(
                markdown.resolve("reference-sre-yaml.md"),
                SchemaReference.of(schemas.resolve("sre.schema.json"), "sre.yaml"));
        write(
                markdown.resolve("reference-standard.md"),
                SchemaReference.of(schemas.resolve("sre-standard.schema.json"), "The standard"));
        write(
                markdown.resolve("reference-report.md"),
                SchemaReference.of(schemas.resolve("sre-report.schema.json"), "sre-report.json"));
        for (Path schema : new Path[] {
            schemas.resolve("sre.schema.json"),
            schemas.resolve("sre-standard.schema.json"),
            schemas.resolve("sre-report.schema.json")
        }) {
            write(
                    resources.resolve("schema").resolve(schema.getFileName().toString()),
                    Files.readString(schema, StandardCharsets.UTF_8));
        }
        ApiDocs.write(
                Stream.of("sre-recorder", "sre-trace", "sre-core", "sre-advisor")
                        .map(module -> root.resolve("sre-core").resolve(module).resolve("src/main/java"))
                        .toList(),
                resources.resolve("apidocs"));
        Examples examples = new Examples(root);
        write(resources.resolve("example/sre-report.html"), examples.page("en"));
        write(resources.resolve("example/sre-report-ja.html"), examples.page("ja"));
        write(resources.resolve("example/sre-portfolio.html"), examples.portfolio("en"));
        write(resources.resolve("example/sre-trace.html"), examples.story("en"));
        write(resources.resolve("example/sre-trace-ja.html"), examples.story("ja"));
        write(markdown.resolve("example-candidates.md"), examples.candidates("en"));
        write(
                resources.resolve("images/check.svg"),
                ConsolePicture.of(examples.console("en"), "sre:check in a terminal"));
        write(resources.resolve("images/verdicts.svg"), VerdictPicture.svg());
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
