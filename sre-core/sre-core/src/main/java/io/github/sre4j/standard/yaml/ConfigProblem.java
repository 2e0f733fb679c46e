package io.github.sre4j.standard.yaml;

import io.github.sre4j.text.Message;
import io.github.sre4j.text.TextEscaping;

/**
 * One thing that is wrong in a file.
 *
 * @param file the file, as it was named by whoever asked for it
 * @param line the line, from 1
 * @param column the column, from 1
 * @param key the path of the key, such as {@code classes[0].latency.within}; empty for the file as a whole
 * @param message what is wrong, what is allowed and what to do, in one sentence
 */
public record ConfigProblem(String file, int line, int column, String key, Message message) {

    /** Replaces what a terminal would obey: what is quoted from the file may hold anything. */
    public ConfigProblem {
        key = TextEscaping.printable(key);
        message = message.with(TextEscaping::printable);
    }

    /** The same with its place. */
    public Message said() {
        String place = file + ":" + line + ":" + column;
        return key.isEmpty()
                ? Message.of(ConfigProblem.class, "problem", place, message)
                : Message.of(ConfigProblem.class, "problem-of-key", place, key, message);
    }

    @Override
    public String toString() {
        return said().english();
    }
}
