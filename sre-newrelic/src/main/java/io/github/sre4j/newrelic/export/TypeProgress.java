package io.github.sre4j.newrelic.export;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the export of one event type is.
 *
 * @param type the event type
 * @param next where the next slice begins, epoch milliseconds
 * @param rows the rows written
 * @param counted the events they stand for
 * @param bytes the length of the file after the last whole slice
 * @param missing what New Relic does not give
 */
record TypeProgress(String type, long next, long rows, long counted, long bytes, List<Page.Missing> missing) {

    TypeProgress {
        missing = List.copyOf(missing);
    }

    static TypeProgress begun(String type, long fromMillis) {
        return new TypeProgress(type, fromMillis, 0, 0, 0, List.of());
    }

    TypeProgress after(Page page, long bytesNow) {
        List<Page.Missing> all = new ArrayList<>(missing);
        page.missing().ifPresent(all::add);
        return new TypeProgress(type, page.next(), rows + page.rows().size(), counted + page.counted(), bytesNow, all);
    }
}
