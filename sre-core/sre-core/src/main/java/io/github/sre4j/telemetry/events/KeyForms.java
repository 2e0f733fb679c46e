package io.github.sre4j.telemetry.events;

import org.jspecify.annotations.Nullable;

/**
 * The keys met so far and which key followed which. An agent sends its rows in a few forms, so the next key is nearly always one of the few
 * that came after this one before, and comparing is far faster than reading it anew. Not thread-safe.
 */
final class KeyForms {

    /** Beyond this many different keys none is learnt any more: no sender needs them, and memory stays bounded. */
    private static final int MOST = 1_000;

    private final NameTable<Form> table = new NameTable<>(ignored -> new Form());
    private final Form start = new Form();

    /** What comes before the first key of a row. */
    Form start() {
        return start;
    }

    /**
     * Learns a key that was read in full.
     *
     * @param previous the key before it, or {@link #start()}
     * @param from its opening quote
     * @param to just after the colon that follows its closing quote
     * @param meaning what the reader takes it for
     */
    Form learn(Form previous, byte[] bytes, int from, int to, int meaning) {
        boolean full = table.entries().size() >= MOST;
        Form form = full ? new Form() : table.get(bytes, from, to);
        if (form.key == null) {
            form.key = new ByteMatcher(bytes, from, to);
            form.meaning = meaning;
        }
        if (!full) {
            previous.expect(form);
        }
        return form;
    }

    /** One key, with its quotes and colon; what follows it, and the value it mostly has. */
    static final class Form {

        private static final int MOST_FOLLOWERS = 8;
        private static final int LONGEST_CONSTANT = 64;
        private static final int MOST_MISSES = 32;

        private @Nullable ByteMatcher key;
        private int meaning;
        private final Form[] followers = new Form[MOST_FOLLOWERS];
        private int followerCount;
        private @Nullable ByteMatcher constant;
        private int misses;

        int meaning() {
            return meaning;
        }

        int length() {
            return key == null ? 0 : key.length();
        }

        /** The form that follows this one at {@code at}, or null if it is none of those expected. */
        @Nullable
        Form follower(byte[] bytes, int at) {
            for (int i = 0; i < followerCount; i++) {
                Form form = followers[i];
                ByteMatcher expected = form.key;
                if (expected != null && expected.isAt(bytes, at)) {
                    if (i > 0) {
                        moveUp(i);
                    }
                    return form;
                }
            }
            return null;
        }

        /** The length of the value this key mostly has if it stands at {@code at}, else 0. */
        int constantLengthAt(byte[] bytes, int at) {
            ByteMatcher expected = constant;
            return expected != null && expected.isAt(bytes, at) ? expected.length() : 0;
        }

        /** Remembers a value that was read in full, unless this key has had too many. */
        void remember(byte[] bytes, int from, int to) {
            if (misses <= MOST_MISSES) {
                misses++;
                constant =
                        misses > MOST_MISSES || to - from > LONGEST_CONSTANT ? null : new ByteMatcher(bytes, from, to);
            }
        }

        /** What comes often is looked for first. */
        private void moveUp(int i) {
            Form form = followers[i];
            followers[i] = followers[i - 1];
            followers[i - 1] = form;
        }

        private void expect(Form form) {
            if (followerCount < MOST_FOLLOWERS) {
                followerCount++;
            }
            followers[followerCount - 1] = form;
        }
    }
}
