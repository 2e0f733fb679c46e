package io.github.sre4j.examples.matrix;

import io.github.sre4j.code.Libraries;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.hibernate.Version;
import org.springframework.boot.SpringBootVersion;

/** A copy of the project that patches are tried on, for one version of Spring Boot, with or without Lombok. Not thread-safe. */
final class FarmProject {

    private static final Path TEMPLATE = Path.of("src/projects/farm");
    private static final long START_SECONDS = 180;

    private final Path root;
    private final boolean lombok;

    private FarmProject(Path root, boolean lombok) {
        this.root = root;
        this.lombok = lombok;
    }

    /** The answer to one request: its status, the number of its SQL statements, and its text. */
    record Answer(int status, int statements, String text) {}

    static FarmProject copy(Path root, boolean lombok) throws IOException {
        FarmProject project = new FarmProject(root, lombok);
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!hasHttpInterfaces() && file.getFileName().toString().startsWith("Weather")) {
                    continue;
                }
                Path to = project.sources().resolve(TEMPLATE.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, project.filled(Files.readString(file)));
            }
        }
        Files.createDirectories(project.resources());
        Files.writeString(
                project.resources().resolve("application.properties"),
                "spring.cache.caffeine.spec=maximumSize=100,expireAfterWrite=60s\n");
        return project;
    }

    /** Returns whether the version has {@code @GetExchange}: Spring Boot 3 and later. */
    static boolean hasHttpInterfaces() {
        return !SpringBootVersion.getVersion().startsWith("2.");
    }

    /** Returns the versions that this row of the matrix is about, as the build of the project would tell them. */
    static Libraries libraries() {
        String hibernate = Version.getVersionString();
        return Libraries.of(Map.of(
                "org.springframework.boot:spring-boot-starter-web",
                SpringBootVersion.getVersion(),
                (hibernate.startsWith("5.") ? "org.hibernate" : "org.hibernate.orm") + ":hibernate-core",
                hibernate,
                "com.h2database:h2",
                "any",
                "org.postgresql:postgresql",
                "any"));
    }

    static boolean hasLombok() {
        return classPath().stream().anyMatch(FarmProject::isLombok);
    }

    private static boolean isLombok(String entry) {
        return Path.of(entry).getFileName().toString().startsWith("lombok-");
    }

    private static List<String> classPath() {
        // What the project needs: not the program that patches it.
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty() && !entry.contains("sre-") && !entry.contains("sre4j"))
                .toList();
    }

    private String filled(String text) {
        boolean jakarta = !SpringBootVersion.getVersion().startsWith("2.");
        String filled = text.replace("@persistence@", jakarta ? "jakarta.persistence" : "javax.persistence");
        if (lombok) {
            return filled.replace("@lombok-imports@", "import lombok.Getter;")
                    .replace("@lombok@", "@Getter")
                    .replaceAll("(?s)@getters-begin@.*?@getters-end@\n", "");
        }
        return filled.replace("@lombok-imports@", "")
                .replace("@lombok@\n", "")
                .replaceAll("@getters-(?:begin|end)@\n", "");
    }

    Path root() {
        return root;
    }

    Path sources() {
        return root.resolve("src/main/java");
    }

    Path resources() {
        return root.resolve("src/main/resources");
    }

    private Path classes() {
        return root.resolve("target/classes");
    }

    void compile() throws IOException {
        Files.createDirectories(classes());
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-parameters",
                "-d",
                classes().toString(),
                "-cp",
                String.join(File.pathSeparator, classPath())));
        if (lombok) {
            arguments.add("-processorpath");
            arguments.add(classPath().stream()
                    .filter(FarmProject::isLombok)
                    .findFirst()
                    .orElseThrow());
        } else {
            arguments.add("-proc:none");
        }
        try (Stream<Path> files = Files.walk(sources())) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError("the project does not compile:\n" + messages.toString(StandardCharsets.UTF_8));
        }
    }

    /** Starts the project in its own process, and returns what it answers to requests of these paths. */
    Map<String, Answer> run(List<String> paths) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dserver.port=0",
                "-Dspring.main.banner-mode=off",
                "-Dlogging.level.root=warn",
                "-Dspring.jpa.hibernate.ddl-auto=create",
                "-Dspring.jpa.properties.hibernate.generate_statistics=true"));
        for (String name : List.of("url", "username", "password")) {
            String value = System.getProperty("matrix.datasource." + name);
            if (value != null) {
                command.add("-Dspring.datasource." + name + "=" + value);
            }
        }
        command.addAll(List.of(
                "-cp",
                classes()
                        + File.pathSeparator
                        + resources()
                        + File.pathSeparator
                        + String.join(File.pathSeparator, classPath()),
                "farm.Farm"));
        command.addAll(paths);
        Path output = root.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(START_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(
                    "the project does not run:\n" + text.lines().limit(60).collect(Collectors.joining("\n")));
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        text.lines().filter(line -> line.startsWith("RESULT ")).forEach(line -> {
            String[] parts = line.split(" ", 5);
            answers.put(parts[1], new Answer(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), parts[4]));
        });
        return answers;
    }
}
