package io.github.sre4j.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a directory and its subdirectories, in order of their paths. Symbolic links are followed; a directory or file that is reached on two ways, or in
 * a circle, is visited once. Immutable and thread-safe.
 *
 * @param files the regular files
 * @param brokenLinks the symbolic links without a target
 */
public record FileTree(List<Path> files, List<Path> brokenLinks) {

    /** Copies the lists. */
    public FileTree {
        files = List.copyOf(files);
        brokenLinks = List.copyOf(brokenLinks);
    }

    /**
     * Returns the files below a directory, or the one file.
     *
     * @throws IOException if a directory cannot be listed
     */
    public static FileTree of(Path root) throws IOException {
        Walk walk = new Walk();
        walk.visit(root);
        return new FileTree(walk.files, walk.brokenLinks);
    }

    private static final class Walk {

        private final List<Path> files = new ArrayList<>();
        private final List<Path> brokenLinks = new ArrayList<>();
        private final Set<Path> visited = new HashSet<>();

        void visit(Path path) throws IOException {
            if (!Files.exists(path)) {
                if (Files.isSymbolicLink(path)) {
                    brokenLinks.add(path);
                }
                return;
            }
            boolean directory = Files.isDirectory(path);
            if ((!directory && !Files.isRegularFile(path)) || !visited.add(path.toRealPath())) {
                return;
            }
            if (!directory) {
                files.add(path);
                return;
            }
            List<Path> entries;
            try (Stream<Path> listed = Files.list(path)) {
                entries = listed.sorted().toList();
            }
            for (Path entry : entries) {
                visit(entry);
            }
        }
    }
}
