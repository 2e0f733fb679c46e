package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.sli.Window;
import java.nio.file.Path;
import java.util.List;

/**
 * What was exported.
 *
 * @param service the service
 * @param window the window
 * @param masked whether personal data and secrets were replaced
 * @param types what became of each event type, in the order asked for
 */
public record ExportResult(Entity service, Window window, boolean masked, List<TypeResult> types) {

    /** Copies the list. */
    public ExportResult {
        types = List.copyOf(types);
    }

    /** Whether the files hold what New Relic counts in the window. */
    public boolean complete() {
        return types.stream().allMatch(TypeResult::complete);
    }

    /**
     * One event type.
     *
     * @param type the event type
     * @param file its file
     * @param rows the rows in the file
     * @param written the events they stand for: the rows, or for metrics what they counted
     * @param counted how many New Relic counted when all were written
     * @param gaps milliseconds with more events than New Relic returns
     */
    public record TypeResult(String type, Path file, long rows, long written, long counted, List<Gap> gaps) {

        /** Copies the list. */
        public TypeResult {
            gaps = List.copyOf(gaps);
        }

        /** Whether as many were written as New Relic counts. */
        public boolean complete() {
            return written == counted && gaps.isEmpty();
        }
    }

    /**
     * A millisecond with more events than New Relic returns.
     *
     * @param atMillis the millisecond, since the epoch
     * @param counted how many events there are in it
     * @param written how many of them are in the file
     */
    public record Gap(long atMillis, long counted, long written) {}
}
