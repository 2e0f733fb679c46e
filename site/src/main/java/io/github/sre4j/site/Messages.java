package io.github.sre4j.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page with every sentence that refuses, warns or notes, in both languages, so that whoever sees one finds it. */
final class Messages {

    private static final List<String> MODULES = List.of(
            "sre-core/sre-recorder",
            "sre-core/sre-trace",
            "sre-core/sre-core",
            "sre-core/sre-source",
            "sre-core/sre-advisor",
            "sre-core/sre-prometheus",
            "sre-newrelic",
            "sre-maven-plugin");

    /** Where a text is said as a message; whatever else is between the quotes of such a call is a key, too. */
    private static final Pattern SAID = Pattern.compile(
            "(?:Message\\.of|GoalException\\.of|tell\\(\\)\\s*\\.\\w+|\\blog\\.(?:info|warn))\\(([^;]*?)\\)");

    private static final Pattern SHOWN = Pattern.compile("\\.(?:get|own|text|say)\\(([^;]*?)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9.-]+)\"");
    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+[^{}]*}");

    private Messages() {}

    /** A sentence in both languages, as a reader sees it but for what it is said of. */
    record Said(String english, String japanese) {}

    /** A room that has something to say. */
    record Room(String name, List<Said> said) {}

    static String of(Path root) throws IOException {
        StringBuilder page = new StringBuilder("""
                # Every message

                What the goals refuse, warn of and note, in English and Japanese, as it stands in the code. Search this page for a part of the sentence you see: what
                stands as … here is a name, a number or a place there. What to do is in most sentences; [what each error means](troubleshooting.html) has more of
                those that are met most.
                """);
        for (Room room : rooms(root)) {
            page.append("\n## ").append(room.name()).append("\n\n| English | 日本語 |\n|---|---|\n");
            for (Said each : room.said()) {
                page.append("| ")
                        .append(cell(each.english()))
                        .append(" | ")
                        .append(cell(each.japanese()))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    /** All rooms with what they say, in the order of their packages. */
    static List<Room> rooms(Path root) throws IOException {
        Set<String> said = new TreeSet<>();
        for (String module : MODULES) {
            said.addAll(keys(SAID, code(root.resolve(module).resolve("src/main/java"))));
        }
        List<Room> rooms = new ArrayList<>();
        for (String module : MODULES) {
            Path resources = root.resolve(module).resolve("src/main/resources");
            try (Stream<Path> files = Files.walk(resources)) {
                for (Path english : files.filter(file -> file.endsWith("messages.properties"))
                        .sorted()
                        .toList()) {
                    String folder = resources
                            .relativize(english)
                            .toString()
                            .replace('\\', '/')
                            .replace("/messages.properties", "");
                    String code =
                            code(root.resolve(module).resolve("src/main/java").resolve(folder));
                    List<Said> texts = texts(english, said, keys(SHOWN, code));
                    if (!texts.isEmpty()) {
                        rooms.add(
                                new Room(folder.replace("io/github/sre4j/", "").replace('/', '.'), texts));
                    }
                }
            }
        }
        return rooms;
    }

    /** In a bundle of which nothing is shown otherwise, all is a message. */
    private static List<Said> texts(Path file, Set<String> said, Set<String> shown) throws IOException {
        Properties english = read(file);
        Properties japanese = read(file.resolveSibling("messages_ja.properties"));
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        boolean messagesAlone = keys.stream().noneMatch(shown::contains);
        List<Said> texts = new ArrayList<>();
        for (String key : keys) {
            boolean message = messagesAlone ? keys.stream().anyMatch(said::contains) : said.contains(key);
            if (message || key.startsWith("gate.")) {
                Said each = new Said(readable(english.getProperty(key)), readable(japanese.getProperty(key)));
                if (each.english().chars().filter(Character::isLetter).count() > 8) {
                    texts.add(each);
                }
            }
        }
        return texts;
    }

    private static Set<String> keys(Pattern call, String code) {
        Set<String> keys = new TreeSet<>();
        call.matcher(code)
                .results()
                .flatMap(match -> QUOTED.matcher(match.group(1)).results())
                .map(match -> match.group(1))
                .forEach(keys::add);
        return keys;
    }

    /** The pattern without its syntax: of a choice what is said of many, and of an argument three dots. */
    static String readable(String pattern) {
        String many = CHOICE.matcher(pattern).replaceAll(match -> {
            String choice = match.group();
            int last = Math.max(choice.lastIndexOf('<'), choice.lastIndexOf('#'));
            return Matcher.quoteReplacement(choice.substring(last + 1, choice.length() - 1));
        });
        return ARGUMENT.matcher(many)
                .replaceAll("…")
                .replace("'{'", "{")
                .replace("'}'", "}")
                .replace("''", "'")
                .strip();
    }

    private static String cell(String text) {
        return text.replace("\n", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }

    private static String code(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return all.toString();
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
