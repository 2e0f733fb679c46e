package io.github.sre4j.source.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository as its files tell: worktrees, submodules and packed references included.
 *
 * @param root the folder of its files
 * @param gitFolder what holds {@code HEAD}
 * @param commonFolder what holds configuration and references; differs from the former in worktrees
 */
public record GitRepository(Path root, Path gitFolder, Path commonFolder) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String POINTER = "gitdir:";

    /** The repository a folder lies in; empty if there is none or it cannot be read. */
    public static Optional<GitRepository> around(Path folder) {
        for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            Path git = each.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(new GitRepository(each, git, common(git)));
            }
            if (Files.isRegularFile(git)) {
                Path root = each;
                return pointed(root, line(git)).map(target -> new GitRepository(root, target, common(target)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> pointed(Path root, String line) {
        if (!line.startsWith(POINTER)) {
            return Optional.empty();
        }
        return path(root, line.substring(POINTER.length()).strip()).filter(Files::isDirectory);
    }

    private static Path common(Path git) {
        String line = line(git.resolve("commondir"));
        return line.isEmpty() ? git : path(git, line).orElse(git);
    }

    private static Optional<Path> path(Path from, String written) {
        try {
            return Optional.of(from.resolve(written).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The commit that is checked out; empty where it cannot be told without git. */
    public Optional<String> head() {
        String head = line(gitFolder.resolve("HEAD"));
        return branchReference(head).map(this::resolve).orElseGet(() -> commit(head));
    }

    /** The branch that is checked out; empty for a detached head. */
    Optional<String> branch() {
        return branchReference(line(gitFolder.resolve("HEAD")))
                .filter(each -> each.startsWith("refs/heads/"))
                .map(each -> each.substring("refs/heads/".length()));
    }

    private static Optional<String> branchReference(String head) {
        return head.startsWith("ref:")
                ? Optional.of(head.substring("ref:".length()).strip())
                : Optional.empty();
    }

    private Optional<String> resolve(String reference) {
        return path(gitFolder, reference)
                .flatMap(file -> commit(line(file)))
                .or(() -> path(commonFolder, reference).flatMap(file -> commit(line(file))))
                .or(() -> packed(reference));
    }

    private Optional<String> packed(String reference) {
        return text(commonFolder.resolve("packed-refs"))
                .lines()
                .filter(each -> each.endsWith(" " + reference))
                .map(each -> each.substring(0, each.indexOf(' ')))
                .flatMap(each -> commit(each).stream())
                .findFirst();
    }

    private static Optional<String> commit(String text) {
        return COMMIT.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** The address of the remote of the branch, else of {@code origin}, else of the only one. */
    public Optional<RemoteAddress> remote() {
        GitConfig config = GitConfig.parse(text(commonFolder.resolve("config")));
        return config.remote(branch().orElse("")).flatMap(RemoteAddress::parse);
    }

    private static String line(Path file) {
        return text(file).lines().findFirst().orElse("").strip();
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
