package io.github.sre4j.text;

/** An exception whose message is for people who read other languages, too. Its {@code getMessage()} is the English one. */
public interface LocalizedFailure {

    /** What it says. */
    Message said();
}
