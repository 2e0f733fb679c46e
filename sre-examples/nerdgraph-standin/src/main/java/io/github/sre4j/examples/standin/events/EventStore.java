package io.github.sre4j.examples.standin.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** All events, in memory. Readers run side by side; a writer waits for them. */
public final class EventStore implements AutoCloseable {
    private static final int BATCH = 5_000;

    private final DuckDBConnection connection;
    private final int account;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, EventTable> tables = new ConcurrentSkipListMap<>();
    private final Set<String> metricNames = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong version = new AtomicLong();

    /**
     * An empty store.
     *
     * @param account the account that events without an entity of their own belong to
     */
    public EventStore(int account) {
        this.account = account;
        try {
            this.connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                // One thread a query keeps the order of additions, hence every last digit, the same from run to run.
                statement.execute("SET threads = 1");
                statement.execute("SET enable_external_access = false");
                statement.execute("CREATE TABLE nothing (c0 INTEGER)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded DuckDB did not start: " + e.getMessage(), e);
        }
    }

    /**
     * Reads an event file, or every event file of a folder.
     *
     * @return what was no event: file, line, why
     * @throws IOException if a file cannot be read
     */
    public List<String> load(Path fileOrFolder) throws IOException {
        EventFiles files = new EventFiles();
        Map<String, List<Map<String, Object>>> pending = new LinkedHashMap<>();
        files.read(fileOrFolder, (type, event) -> {
            List<Map<String, Object>> events = pending.computeIfAbsent(type, name -> new ArrayList<>());
            events.add(event);
            if (events.size() >= BATCH) {
                append(type, events);
                events.clear();
            }
        });
        pending.forEach(this::append);
        return files.rejected();
    }

    /** Adds events of one type. */
    public void append(String eventType, Collection<? extends Map<String, Object>> events) {
        List<Map<String, Object>> rows = new ArrayList<>(events.size());
        for (Map<String, Object> event : events) {
            rows.addAll(BackEnd.rows(eventType, event, account));
        }
        if (rows.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        try {
            write(widened(eventType, rows), rows);
            version.incrementAndGet();
        } catch (SQLException e) {
            throw new IllegalStateException("events of type " + eventType + " were not stored: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private EventTable widened(String eventType, List<Map<String, Object>> rows) throws SQLException {
        EventTable known = tables.get(eventType);
        EventTable table = known == null
                ? new EventTable("t" + tables.size(), List.of(new EventTable.Slot("timestamp", Kind.NUMBER)))
                : known;
        Set<EventTable.Slot> missing = new LinkedHashSet<>();
        for (Map<String, Object> row : rows) {
            for (Map.Entry<String, Object> entry : row.entrySet()) {
                Object value = entry.getValue();
                if (value != null) {
                    Kind kind = Kind.of(value).orElseThrow();
                    if (!table.columns(entry.getKey()).containsKey(kind)) {
                        missing.add(new EventTable.Slot(entry.getKey(), kind));
                    }
                }
            }
            if (eventType.equals(Metrics.EVENT_TYPE) && row.get("metricName") instanceof String metric) {
                metricNames.add(metric);
            }
        }
        EventTable wide = table.with(List.copyOf(missing));
        if (known == null) {
            execute(wide.createSql());
        } else {
            for (String alter : wide.alterSql(table.slots().size())) {
                execute(alter);
            }
        }
        tables.put(eventType, wide);
        return wide;
    }

    private void execute(String constantSql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(constantSql);
        }
    }

    private void write(EventTable table, List<Map<String, Object>> rows) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("main", table.sqlName())) {
            for (Map<String, Object> row : rows) {
                appender.beginRow();
                for (EventTable.Slot slot : table.slots()) {
                    Object value = row.get(slot.attribute());
                    if (value == null || Kind.of(value).orElseThrow() != slot.kind()) {
                        appender.appendNull();
                    } else {
                        append(appender, value);
                    }
                }
                appender.endRow();
            }
        }
    }

    private void append(DuckDBAppender appender, Object value) throws SQLException {
        if (value instanceof Number number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            appender.append(truth.booleanValue());
        } else if (value instanceof String text) {
            appender.append(text);
        } else {
            try {
                appender.append(mapper.writeValueAsString(value));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("an attribute's value cannot be written as JSON", e);
            }
        }
    }

    /** Event types that have events, with their attributes. */
    public Map<String, EventTable> tables() {
        return Map.copyOf(tables);
    }

    /** Names of all metrics stored. */
    public Set<String> metricNames() {
        return Set.copyOf(metricNames);
    }

    /** Changes whenever events were added. */
    public long version() {
        return version.get();
    }

    /**
     * Runs a query.
     *
     * @param sql text without a single value or name from outside
     * @param parameters values for its question marks: Double, Long, String, Boolean
     * @throws SQLException if the engine refuses, for instance a regular expression
     */
    public List<List<Object>> select(String sql, List<Object> parameters) throws SQLException {
        lock.readLock().lock();
        try (Connection reader = connection.duplicate()) {
            return Rows.read(reader, sql, parameters);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded DuckDB did not close: " + e.getMessage(), e);
        }
    }
}
