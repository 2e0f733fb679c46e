package io.github.sre4j.maven;

import io.github.sre4j.baseline.file.BaselineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells Git to merge the baseline line by line, so that two branches that tighten it need no hand. */
final class GitAttributes {

    private GitAttributes() {}

    /** Adds the line beside a baseline of the usual name that lies in a Git repository; answers whether it was missing. */
    static boolean add(Path baseline) throws IOException {
        Path folder = baseline.toAbsolutePath().normalize().getParent();
        if (folder == null || !baseline.endsWith(BaselineFile.NAME) || !inRepository(folder)) {
            return false;
        }
        Path file = folder.resolve(".gitattributes");
        String present = Files.exists(file) ? Files.readString(file) : "";
        if (present.lines().anyMatch(line -> line.strip().startsWith(BaselineFile.NAME + " "))) {
            return false;
        }
        String gap = present.isEmpty() || present.endsWith("\n") ? "" : "\n";
        Files.writeString(
                file,
                gap + BaselineFile.GIT_ATTRIBUTE + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return true;
    }

    private static boolean inRepository(Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }
}
