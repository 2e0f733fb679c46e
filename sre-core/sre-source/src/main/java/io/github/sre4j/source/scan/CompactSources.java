package io.github.sre4j.source.scan;

import io.github.sre4j.source.internal.model.FileFacts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compact source files: members without a class around them, which older compilers reject and newer ones put into a class named after the file. */
final class CompactSources {

    private static final Pattern HEAD =
            Pattern.compile("\\A(?:\\s|//[^\\n]*(?:\\n|\\z)|/\\*(?s:.*?)\\*/|import\\b[^;]*;)*+");

    /** The class that a compiler makes of a compact file in memory. */
    private static final String IMPLICIT = "Source";

    private CompactSources() {}

    /**
     * Returns the text of a compact source file with a class around its members, on the same lines; empty if the facts show that it is no compact file.
     *
     * @param text the text
     * @param className the name of the class: that of the file
     * @param facts what was read of the text as it is
     */
    static Optional<String> expand(String text, String className, FileFacts facts) {
        boolean implicit = facts.types().size() == 1
                && facts.types().get(0).name().equals(IMPLICIT)
                && !text.contains("class " + IMPLICIT);
        boolean compact = implicit || facts.types().isEmpty();
        Matcher head = HEAD.matcher(text);
        int from = head.find() ? head.end() : 0;
        return compact && text.indexOf('(', from) > 0 && text.indexOf('{', from) > 0
                ? Optional.of(
                        text.substring(0, from) + "final class " + className + " {" + text.substring(from) + "\n}")
                : Optional.empty();
    }
}
