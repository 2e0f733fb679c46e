package io.github.sre4j.source;

import io.github.sre4j.text.Texts;

/** What whoever reads places in the sources should know. */
public enum SourceNote {
    /** This Java is no JDK, so nothing could be read. */
    NO_COMPILER("noCompiler"),
    /** There are no source files. */
    NO_SOURCES("noSources"),
    /** The sources lie in no Git repository, so there are no links. */
    NO_REPOSITORY("noRepository"),
    /** The repository has no remote on the web, so there are no links. */
    NO_REMOTE("noRemote"),
    /** The commit cannot be told, so there are no links. */
    NO_COMMIT("noCommit"),
    /** Links show what is checked out; what is deployed may be another commit. */
    COMMIT_OF_CHECKOUT("commitOfCheckout"),
    /** Kotlin is read without inferred types. */
    KOTLIN_WITHOUT_TYPES("kotlin");

    private final String key;

    SourceNote(String key) {
        this.key = key;
    }

    /** The sentence in a language. */
    public String in(Texts texts) {
        return texts.of(SourceNote.class).get(key);
    }
}
