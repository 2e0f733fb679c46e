package io.github.sre4j.source.scan;

/**
 * A source file that is not read.
 *
 * @param file the file
 * @param reason the reason
 */
public record UnreadFile(SourceFile file, Reason reason) {

    /** Reasons. */
    public enum Reason {
        /** A language that is not read. */
        LANGUAGE,
        /** Larger than {@link FileTexts#MAX_BYTES}. */
        SIZE,
        /** No permission, or an error of the file system. */
        UNREADABLE,
        /** Nothing in it could be parsed. */
        UNPARSABLE
    }
}
