package io.github.sre4j.examples.fuzz;

import io.github.sre4j.text.Message;
import java.util.Locale;

/** The fuzz targets, by the name of their corpus. */
public enum Target {
    /** {@code sre.yaml} and the standard. */
    YAML(YamlFuzz::fuzzerTestOneInput),
    /** Event files. */
    EVENTS(EventsFuzz::fuzzerTestOneInput),
    /** Traces of every format. */
    SPANS(SpansFuzz::fuzzerTestOneInput),
    /** Recordings of the in-service recorder. */
    RECORDINGS(RecordingsFuzz::fuzzerTestOneInput),
    /** Files that sre4j writes and reads again. */
    FILES(FilesFuzz::fuzzerTestOneInput),
    /** Answers of New Relic. */
    ANSWERS(AnswersFuzz::fuzzerTestOneInput),
    /** Source files of a product. */
    SOURCES(SourcesFuzz::fuzzerTestOneInput);

    private static final int MAX_SENTENCE = 20_000;

    /** Reads one input. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads one input.
         *
         * @throws Exception with a sentence, if the input is not valid
         */
        void read(byte[] data) throws Exception;
    }

    // Each reader is a static method.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Reader reader;

    Target(Reader reader) {
        this.reader = reader;
    }

    /** Returns the name of its corpus. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads one input.
     *
     * @throws AssertionError if something comes of it that no reader may throw
     */
    public void run(byte[] data) {
        try {
            reader.read(data);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(
                    "the reader of " + id() + " throws " + e.getClass().getName(), e);
        }
    }

    /** Runs a reader whose failures must be sentences for people. */
    static void expectSentences(Reader reader, byte[] data) throws Exception {
        try {
            reader.read(data);
        } catch (Exception e) {
            Message sentence = Message.of(e);
            if (sentence.room() == null
                    || sentence.english().isBlank()
                    || sentence.english().length() > MAX_SENTENCE) {
                throw e;
            }
        }
    }
}
