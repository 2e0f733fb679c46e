package io.github.sre4j.examples.slack;

import io.github.sre4j.text.Texts;

/** What the app says besides stories, in one language. Immutable. */
public final class Sentences {

    private final Texts texts;
    private final Texts room;

    /** In that language. */
    public Sentences(Texts texts) {
        this.texts = texts;
        this.room = texts.of(Sentences.class);
    }

    /** The language, for stories. */
    Texts texts() {
        return texts;
    }

    /** A sentence; values are escaped for Slack here. */
    String get(String key, String... values) {
        Object[] escaped = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            escaped[i] = values[i].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
        return room.get(key, escaped);
    }
}
