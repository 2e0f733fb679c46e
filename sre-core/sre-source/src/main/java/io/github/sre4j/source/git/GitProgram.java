package io.github.sre4j.source.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The installed {@code git}. A search that looks into the current folder, as some shells and Windows do, would start what a checkout brings. */
final class GitProgram {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
    private static final List<String> NAMES =
            File.separatorChar == '\\' ? List.of("git.exe", "git.cmd", "git.bat") : List.of("git");

    private GitProgram() {}

    /** Returns the first {@code git} in the absolute folders of a search path; empty if there is none. */
    static Optional<Path> find(String searchPath) {
        return SEPARATOR
                .splitAsStream(searchPath)
                .flatMap(GitProgram::folder)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> folder(String entry) {
        try {
            Path folder = Path.of(entry);
            return folder.isAbsolute() ? Stream.of(folder) : Stream.empty();
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
