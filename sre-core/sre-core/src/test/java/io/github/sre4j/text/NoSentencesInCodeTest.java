package io.github.sre4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.Modules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people read stands in bundles. This finds what looks like a sentence between quotes in the code of every module, but for two things: the messages of
 * exceptions that only whoever embeds the library can cause, and the texts that {@code literals.txt} lists with why they are none of ours.
 */
class NoSentencesInCodeTest {

    /** Two words with a space between them, or the rest of a sentence after something that was quoted. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}['’]?,? \\p{L}{2,}|^' \\p{Ll}{2,}");

    /** Markup, queries, patterns and templates have words, too. */
    private static final Pattern CODE = Pattern.compile("[<>{}\\\\]|\\(\\?|=\"|\\bSELECT\\b");

    private static final Pattern LITERAL = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$|(?m)(?<=[;{})]) //.*$");

    /** Whoever embeds the library sees these; a build's user cannot cause them. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile("(?s)new (?:IllegalArgument|IllegalState|UnsupportedOperation|Serial)Exception\\([^;]*?;|"
                    + "new AssertionError\\([^;]*?;|@\\w+\\([^;]*?\\)\\s*(?=public|private|protected|static|final|@)");

    /** What users write is read here, so that here every message is for them. */
    private static final Pattern READS_WHAT_USERS_WRITE = Pattern.compile(
            ".*/(?:standard/yaml|baseline/file|report/json|portfolio|telemetry/events|telemetry/recordings|newrelic/nerdgraph|newrelic/export|newrelic/publish|maven)/[^/]*");

    @Test
    void what_people_read_stands_in_bundles() throws IOException {
        List<String> known = Files.readAllLines(Path.of("src/test/resources/io/github/sre4j/text/literals.txt"));
        Set<String> allowed = new TreeSet<>();
        known.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(allowed::add);
        Set<String> found = new TreeSet<>();
        for (Path module : Modules.published()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sentences(file).forEach(sentence -> found.add(name + ": " + sentence));
                }
            }
        }
        assertThat(found)
                .as("put it into a bundle, or say in literals.txt why not")
                .isSubsetOf(allowed);
        assertThat(allowed).as("literals.txt lists only what is there").isSubsetOf(found);
    }

    private static List<String> sentences(Path file) throws IOException {
        String code =
                COMMENT.matcher(Files.readString(file, StandardCharsets.UTF_8)).replaceAll("");
        if (!READS_WHAT_USERS_WRITE.matcher(file.toString().replace('\\', '/')).matches()) {
            code = FOR_DEVELOPERS.matcher(code).replaceAll(";");
        }
        List<String> found = new ArrayList<>();
        LITERAL.matcher(code).results().forEach(match -> {
            String text = match.group(1);
            if (text != null
                    && SENTENCE.matcher(text).find()
                    && !CODE.matcher(text).find()) {
                found.add(text);
            }
        });
        return found;
    }
}
