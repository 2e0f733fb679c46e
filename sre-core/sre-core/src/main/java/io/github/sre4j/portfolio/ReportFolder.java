package io.github.sre4j.portfolio;

import io.github.sre4j.report.json.InvalidReportException;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.text.FileTree;
import io.github.sre4j.text.LocalizedIOException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * The report files below a folder.
 *
 * @param products those that could be read
 * @param gaps those that could not, each with its reason
 */
public record ReportFolder(List<CheckedProduct> products, List<CoverageGap> gaps) {

    private static final String NAME = "sre-report.json";

    /** Copies the lists. */
    public ReportFolder {
        products = List.copyOf(products);
        gaps = List.copyOf(gaps);
    }

    /**
     * Reads reports.
     *
     * @param base what a relative location starts from
     * @param location a report file, a folder in which every {@code sre-report.json} counts however deep, or a pattern such as {@code
     *     reports/**}{@code /*.json}
     * @throws IOException if there is no such place or it cannot be listed; the message says which
     */
    public static ReportFolder read(Path base, String location) throws IOException {
        Optional<Path> plain = plain(base, location);
        if (plain.isPresent() && Files.isRegularFile(plain.get())) {
            return read(base, List.of(plain.get()));
        }
        if (plain.isPresent() && Files.isDirectory(plain.get())) {
            return read(base, below(plain.get(), path -> path.endsWith(NAME)));
        }
        int pattern = firstWildcard(location);
        if (pattern < 0) {
            throw new LocalizedIOException(Message.of(ReportFolder.class, "location.none", location));
        }
        int slash = location.lastIndexOf('/', pattern);
        Path root = base.resolve(slash < 0 ? "" : slash == 0 ? "/" : location.substring(0, slash));
        if (!Files.isDirectory(root)) {
            throw new LocalizedIOException(Message.of(ReportFolder.class, "location.no-folder", root));
        }
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + location.substring(slash + 1));
        } catch (PatternSyntaxException e) {
            throw new LocalizedIOException(
                    Message.of(ReportFolder.class, "location.no-pattern", location, e.getDescription()), e);
        }
        return read(base, below(root, path -> matcher.matches(root.relativize(path))));
    }

    private static Optional<Path> plain(Path base, String location) {
        try {
            return Optional.of(base.resolve(location));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static int firstWildcard(String location) {
        for (int i = 0; i < location.length(); i++) {
            if ("*?[{".indexOf(location.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private interface Wanted {
        boolean is(Path path);
    }

    private static List<Path> below(Path root, Wanted wanted) throws IOException {
        return FileTree.of(root).files().stream().filter(wanted::is).sorted().toList();
    }

    /** Reading is parsing, so all processors do it. */
    private static ReportFolder read(Path base, List<Path> files) {
        List<Read> read =
                files.parallelStream().map(file -> one(file, shown(base, file))).toList();
        return new ReportFolder(
                read.stream().map(Read::product).flatMap(Optional::stream).toList(),
                read.stream().map(Read::gap).flatMap(Optional::stream).toList());
    }

    private record Read(Optional<CheckedProduct> product, Optional<CoverageGap> gap) {}

    private static Read one(Path file, String shown) {
        try {
            return new Read(Optional.of(CheckedProduct.of(JsonReport.read(file), shown)), Optional.empty());
        } catch (InvalidReportException e) {
            return new Read(
                    Optional.empty(), Optional.of(new CoverageGap(CoverageGap.Kind.UNREADABLE, shown, e.said())));
        } catch (IOException e) {
            Message why =
                    Message.of(ReportFolder.class, "gap.not-read", e.getClass().getSimpleName());
            return new Read(Optional.empty(), Optional.of(new CoverageGap(CoverageGap.Kind.UNREADABLE, shown, why)));
        }
    }

    private static String shown(Path base, Path file) {
        Path from = base.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        return to.startsWith(from) ? from.relativize(to).toString() : to.toString();
    }
}
