package io.github.sre4j.benchmarks.events;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same statistics by DuckDB, with the three columns it needs named, so that it parses no others, and exact quantiles. It is spared the
 * time stamps: window, halves and hours are not asked of it.
 */
public final class ReadWithDuckDb {

    private static final String QUERY = """
            SELECT name, count(*), count(*) FILTER (duration > 1.0), count(*) FILTER (error), sum(greatest(duration - 1.0, 0.0)),
                   quantile_cont(duration, [0.5, 0.9, 0.95, 0.99]), max(duration)
            FROM read_ndjson(?, columns = {name: 'VARCHAR', duration: 'DOUBLE', error: 'BOOLEAN'})
            GROUP BY name
            """;

    private ReadWithDuckDb() {}

    /**
     * Reads the file and prints how long each round took.
     *
     * @param args the file, the number of threads, the number of rounds
     */
    @SuppressWarnings("SystemOut") // a program that prints figures
    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement settings = connection.createStatement()) {
            settings.execute("SET threads = " + Integer.parseInt(args[1]));
            settings.execute("SET preserve_insertion_order = false");
            for (int round = 0; round < Integer.parseInt(args[2]); round++) {
                long begin = System.nanoTime();
                long rows = rows(connection, args[0]);
                System.out.printf("duckdb rows %d seconds %.3f%n", rows, (System.nanoTime() - begin) / 1e9);
            }
        }
    }

    private static long rows(Connection connection, String file) throws SQLException {
        try (var query = connection.prepareStatement(QUERY)) {
            query.setString(1, file);
            long rows = 0;
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows += result.getLong(2);
                }
            }
            return rows;
        }
    }
}
