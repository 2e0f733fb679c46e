package io.github.sre4j.telemetry.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one reading thread makes of its rows; merged at the end. Not thread-safe. */
final class RowCollector {

    private static final byte[] NO_GUID = {};
    private static final byte[] REQUEST_TYPE = EventFile.REQUEST_TYPE.getBytes(StandardCharsets.US_ASCII);

    private final MeasurementPlan plan;
    private final TimeGrid grid;
    private final byte @Nullable [] wantedApp;
    private byte[] lastApp = {};
    private boolean lastAppWanted;
    private long @Nullable [] lastAppCount;
    private final FastRow fast = new FastRow();
    private final NameTable<EndpointTally> endpoints;
    private final NameTable<long[]> apps = new NameTable<>(app -> new long[1]);
    private final Map<String, Long> otherTypes = new HashMap<>();
    private final Map<String, Long> trueCounts = new HashMap<>();
    private final RejectedRows rejected = new RejectedRows();
    private final RequestIds ids;
    private final @Nullable RepeatedRequests repeated;
    private boolean saysError;
    private long inside;
    private long outside;
    private long excluded;
    private long otherApp;
    private long firstMillis = Long.MAX_VALUE;
    private long lastMillis = Long.MIN_VALUE;

    /**
     * Makes an empty collector.
     *
     * @param ids finds out which requests are there more than once
     * @param repeated the requests that are known to be, of which the copies are left out; null if none are known
     */
    RowCollector(
            MeasurementPlan plan,
            TimeGrid grid,
            Optional<String> wantedApp,
            RequestIds ids,
            @Nullable RepeatedRequests repeated) {
        this.ids = ids;
        this.repeated = repeated;
        this.plan = plan;
        this.grid = grid;
        this.wantedApp =
                wantedApp.map(app -> app.getBytes(StandardCharsets.UTF_8)).orElse(null);
        this.endpoints = new NameTable<>(this::newTally);
    }

    /**
     * Takes the line that begins at {@code from}, if it is a plain row and its end is in sight.
     *
     * @param to where the bytes end and their {@link Padding} begins
     * @return the index of the next line, or -1 if the line was not taken: then find its end and give it to {@link #line}
     */
    int plainLine(EventFile file, byte[] bytes, int from, int to) {
        int end = fast.parse(bytes, from);
        if (end < 0 || end >= to) {
            return -1;
        }
        int next = bytes[end] == '\n'
                ? end + 1
                : bytes[end] == '\r' && end + 1 < to && bytes[end + 1] == '\n' ? end + 2 : -1;
        return next >= 0 && takeFast(file, bytes, from, end) ? next : -1;
    }

    /** Takes one line of a file, whatever it is, without its line end. */
    void line(EventFile file, byte[] bytes, int from, int to, long number) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        if (!isBlank(bytes, from, end)) {
            takeStrict(file, bytes, from, end, number);
        }
    }

    /** Takes one row that Jackson has read. */
    void row(EventFile file, StrictRow row, long number) {
        Optional<String> type = row.typeIn(file);
        if (type.isPresent() ? !type.get().equals(EventFile.REQUEST_TYPE) : !row.looksLikeTransaction()) {
            otherTypes.merge(type.orElse(""), 1L, Long::sum);
            row.trueCount().ifPresent(this::trueCount);
            return;
        }
        Optional<Message> unusable = row.unusable();
        if (unusable.isPresent()) {
            rejected.add(file.name(), number, unusable.get());
        } else if (row.app().isEmpty() || wantsApp(row.app().get())) {
            byte[] guid = row.guid()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .orElse(NO_GUID);
            if (isCopy(guid, 0, guid.length, row.timestampMillis(), row.durationNanos())) {
                return;
            }
            saysError |= row.hasError();
            EndpointTally tally = endpoints.get(row.name());
            if (request(tally, row.timestampMillis(), row.durationNanos(), row.error())) {
                tally.traits().ifPresent(traits -> traits.add(row.method(), row.status(), row.uri()));
            }
        }
    }

    /** Returns true if the same request was met before; remembers it otherwise. */
    private boolean isCopy(byte[] guid, int from, int to, long timestampMillis, long durationNanos) {
        if (to == from) {
            return false;
        }
        long key = RequestIds.key(guid, from, to, timestampMillis);
        if (repeated == null) {
            ids.add(key);
            return false;
        }
        return repeated.isCopy(key, RequestIds.key(guid, from, to, ~durationNanos));
    }

    void reject(EventFile file, long number, Message why) {
        rejected.add(file.name(), number, why);
    }

    private boolean takeFast(EventFile file, byte[] bytes, int from, int to) {
        if (fast.hasType()) {
            if (!Arrays.equals(bytes, fast.typeFrom, fast.typeTo, REQUEST_TYPE, 0, REQUEST_TYPE.length)) {
                return false;
            }
        } else if ((fast.marks() & RowMarks.FOREIGN) != 0 || !file.mayHoldRequests()) {
            return takeForeign(file);
        }
        if (!fast.complete()) {
            return false;
        }
        if (!fast.hasApp() || wantsApp(bytes, fast.appFrom, fast.appTo)) {
            if (fast.hasGuid() && isCopy(bytes, fast.guidFrom, fast.guidTo, fast.timestampMillis, fast.durationNanos)) {
                return true;
            }
            saysError |= fast.hasError();
            EndpointTally tally = endpoints.get(bytes, fast.nameFrom, fast.nameTo);
            if (request(tally, fast.timestampMillis, fast.durationNanos, fast.error)
                    && tally.traits().isPresent()) {
                tally.traits().get().add(bytes, from, to);
            }
        }
        return true;
    }

    /** A row that names no type in a file of others needs no further look, unless it is marked as a request. */
    private boolean takeForeign(EventFile file) {
        boolean request = (fast.marks() & RowMarks.TRANSACTION) != 0;
        if (request
                || file.mayHoldRequests()
                || file.fileType().filter(RowTypes::isKnown).isEmpty()) {
            return false;
        }
        otherTypes.merge(file.fileType().get(), 1L, Long::sum);
        return true;
    }

    private void takeStrict(EventFile file, byte[] bytes, int from, int to, long number) {
        try {
            StrictRow row = StrictRow.ofLine(bytes, from, to);
            if (row.isAnswer()) {
                DocumentReader.line(file, bytes, from, to, number, this);
            } else {
                row(file, row, number);
            }
        } catch (StrictRow.NotARowException e) {
            rejected.add(file.name(), number, e.said());
        } catch (JsonProcessingException e) {
            rejected.add(file.name(), number, Message.of(SourceReport.class, "row.no-json"));
        } catch (IOException e) {
            rejected.add(file.name(), number, Message.of(SourceReport.class, "row.no-utf8"));
        }
    }

    /** Counts a request; answers whether it is inside the window. */
    private boolean request(EndpointTally tally, long timestampMillis, long durationNanos, boolean error) {
        firstMillis = Math.min(firstMillis, timestampMillis);
        lastMillis = Math.max(lastMillis, timestampMillis);
        if (grid.excludes(timestampMillis)) {
            excluded++;
            return false;
        }
        if (grid.contains(timestampMillis)) {
            inside++;
            tally.record(timestampMillis, durationNanos, error);
            return true;
        }
        outside++;
        return false;
    }

    private void trueCount(StrictRow.TrueCount metric) {
        boolean left = grid.excludes(metric.fromMillis()) || grid.excludes(metric.toMillis() - 1);
        if (!left && grid.contains(metric.fromMillis()) && grid.contains(metric.toMillis() - 1)) {
            trueCounts.merge(metric.transaction(), metric.count(), Long::sum);
        }
    }

    private boolean wantsApp(String app) {
        byte[] bytes = app.getBytes(StandardCharsets.UTF_8);
        return wantsApp(bytes, 0, bytes.length);
    }

    private boolean wantsApp(byte[] bytes, int from, int to) {
        long[] count = lastAppCount;
        if (count == null || !Arrays.equals(lastApp, 0, lastApp.length, bytes, from, to)) {
            count = apps.get(bytes, from, to);
            lastAppCount = count;
            lastApp = Arrays.copyOfRange(bytes, from, to);
            lastAppWanted = wantedApp == null || Arrays.equals(wantedApp, lastApp);
        }
        count[0]++;
        otherApp += lastAppWanted ? 0 : 1;
        return lastAppWanted;
    }

    private EndpointTally newTally(String name) {
        return EndpointTally.of(plan, grid, name);
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at == to;
    }

    /** Takes over what another thread collected from later lines. */
    void merge(RowCollector later, long linesBefore) {
        for (NameTable.Entry<EndpointTally> entry : later.endpoints.entries()) {
            endpoints.get(entry.name()).merge(entry.value());
        }
        for (NameTable.Entry<long[]> entry : later.apps.entries()) {
            apps.get(entry.name())[0] += entry.value()[0];
        }
        later.otherTypes.forEach((type, count) -> otherTypes.merge(type, count, Long::sum));
        later.trueCounts.forEach((name, count) -> trueCounts.merge(name, count, Long::sum));
        rejected.merge(later.rejected, linesBefore);
        ids.merge(later.ids);
        saysError |= later.saysError;
        inside += later.inside;
        outside += later.outside;
        excluded += later.excluded;
        otherApp += later.otherApp;
        firstMillis = Math.min(firstMillis, later.firstMillis);
        lastMillis = Math.max(lastMillis, later.lastMillis);
    }

    /** Returns the ids of the requests read. */
    RequestIds ids() {
        return ids;
    }

    CollectedEvents collected() {
        return new CollectedEvents(
                endpoints.entries(),
                apps.entries().stream().map(NameTable.Entry::name).sorted().toList(),
                otherTypes,
                trueCounts,
                rejected.rejections(),
                saysError,
                inside,
                outside,
                excluded,
                otherApp,
                firstMillis,
                lastMillis);
    }
}
