package io.github.sre4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The examples in the Javadoc of a module, compiled as they stand against the class path of the test. */
public final class JavadocExamples {

    private static final Pattern EXAMPLE = Pattern.compile(
            "<pre>\\{@code\\s*\\n(.*?)\\n\\s*\\* \\}</pre>|\\{@snippet\\s*:\\s*\\n(.*?)\\n\\s*\\* \\}", Pattern.DOTALL);

    private JavadocExamples() {}

    /**
     * Fails if an example does not compile. An example may use every type of its own package and of the packages imported by the context; it is the
     * body of a method, or whole members where it begins with an annotation or a modifier.
     *
     * @param sources folder of the sources, such as {@code src/main/java}
     * @param imports imports that readers add, a line each
     * @param members members that readers have: fields for the names that examples use
     * @param classes empty folder for the compiled examples
     * @return the number of examples
     */
    public static int compile(Path sources, String imports, String members, Path classes) throws IOException {
        List<JavaFileObject> units = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                Matcher matcher = EXAMPLE.matcher(Files.readString(file));
                while (matcher.find()) {
                    String example = text(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                    if (isJava(example)) {
                        String home = sources.relativize(file.getParent())
                                .toString()
                                .replace('/', '.')
                                .replace('\\', '.');
                        units.add(unit(units.size(), home, imports, members, example));
                    }
                }
            }
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none", "-implicit:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        if (!units.isEmpty()) {
            ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, found, options, null, units)
                    .call();
        }
        assertThat(found.getDiagnostics().stream()
                        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                        .map(problem -> problem.getMessage(Locale.ROOT) + " in\n" + source(problem)))
                .isEmpty();
        return units.size();
    }

    private static String text(String lines) {
        return lines.lines()
                .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
                .filter(line -> !line.equals("…"))
                .collect(Collectors.joining("\n"));
    }

    /** XML, YAML and shell have examples, too. */
    private static boolean isJava(String example) {
        return !example.isBlank() && !example.stripLeading().startsWith("<") && example.contains(";");
    }

    private static JavaFileObject unit(int number, String home, String imports, String members, String example) {
        boolean whole = example.startsWith("@") || example.startsWith("private ") || example.startsWith("public ");
        String body = whole ? example : "void example() throws Exception {\n" + example + "\n}";
        String text = "import %s.*;\n%s\nabstract class Example%d {\n%s\n%s\n}\n"
                .formatted(home, imports, number, members, body);
        return new SimpleJavaFileObject(
                URI.create("string:///Example" + number + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static String source(Diagnostic<? extends JavaFileObject> problem) {
        try {
            return String.valueOf(problem.getSource().getCharContent(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
