package io.github.sre4j.examples.standin.events;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of the engine as plain values: Long, Double, String, Boolean, List, a sorted Map of Long to Long, or null. */
final class Rows {
    private Rows() {}

    static List<List<Object>> read(Connection connection, String sql, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                int width = result.getMetaData().getColumnCount();
                List<List<Object>> rows = new ArrayList<>();
                while (result.next()) {
                    Object[] row = new Object[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = plain(result.getObject(i + 1));
                    }
                    rows.add(Arrays.asList(row));
                }
                return rows;
            }
        }
    }

    @SuppressWarnings("NullAway") // null is a value of a row here
    private static Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof BigInteger || value instanceof Integer) {
            return ((Number) value).longValue();
        } else if (value instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        } else if (value instanceof Map<?, ?> map) {
            Map<Long, Long> counts = new TreeMap<>();
            map.forEach((key, count) -> counts.put(((Number) key).longValue(), ((Number) count).longValue()));
            return counts;
        }
        return value;
    }
}
