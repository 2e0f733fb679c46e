package io.github.sre4j.source.scan;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for paths in source files that are not read. The files are gone through with the first question. Thread-safe. */
public final class UnreadTexts {

    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\n]{1,200})[\"']");
    private static final Pattern WORDS = Pattern.compile("[\\w.-]+");

    /** Files that map paths name one of these. */
    private static final Pattern MAPS =
            Pattern.compile("Mapping\\b|@Path\\b|@Controller\\b|@Get\\b|@Post\\b|Controller\\b");

    private final List<UnreadFile> files;
    private @Nullable Map<SourceFile, Set<String>> words;

    /** Texts of files. */
    public UnreadTexts(List<UnreadFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Returns the first file that maps paths and has all of these segments in its string literals.
     *
     * @param segments fixed segments of a path
     */
    public Optional<String> find(List<String> segments) {
        if (files.isEmpty() || segments.isEmpty()) {
            return Optional.empty();
        }
        return words().entrySet().stream()
                .filter(each -> each.getValue().containsAll(segments))
                .map(each -> each.getKey().name())
                .sorted()
                .findFirst();
    }

    /** Returns the file of a class of that simple name. */
    public Optional<String> named(String simpleName) {
        return files.stream()
                .map(UnreadFile::file)
                .filter(each -> each.baseName().equals(simpleName))
                .map(SourceFile::name)
                .findFirst();
    }

    private synchronized Map<SourceFile, Set<String>> words() {
        Map<SourceFile, Set<String>> known = words;
        if (known == null) {
            known = new HashMap<>();
            for (UnreadFile each : files) {
                if (each.reason() == UnreadFile.Reason.LANGUAGE || each.reason() == UnreadFile.Reason.UNPARSABLE) {
                    known.put(each.file(), words(each.file()));
                }
            }
            words = known;
        }
        return known;
    }

    private static Set<String> words(SourceFile file) {
        try {
            String text = FileTexts.read(file.path());
            Set<String> found = new HashSet<>();
            Matcher quoted = QUOTED.matcher(MAPS.matcher(text).find() ? text : "");
            while (quoted.find()) {
                Matcher word = WORDS.matcher(quoted.group(1));
                while (word.find()) {
                    found.add(word.group());
                }
            }
            return found;
        } catch (IOException e) {
            return Set.of();
        }
    }
}
