package io.github.sre4j.source;

import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.source.scan.FileTexts;
import io.github.sre4j.source.scan.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of the files the index knows; of no other file, whatever a place says. */
final class Snippets {

    private final Map<String, Path> files = new HashMap<>();

    Snippets(Collection<SourceFile> files) {
        files.forEach(each -> this.files.put(each.name(), each.path()));
    }

    Optional<Snippet> around(SourceLocation place, int around) {
        Path file = files.get(place.file());
        if (file == null) {
            return Optional.empty();
        }
        try {
            List<String> lines = FileTexts.read(file).lines().toList();
            int first = Math.max(1, place.line() - Math.max(0, around));
            int last = (int) Math.min(lines.size(), (long) place.line() + Math.max(0, around));
            return first > last
                    ? Optional.empty()
                    : Optional.of(new Snippet(place.file(), first, lines.subList(first - 1, last)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
