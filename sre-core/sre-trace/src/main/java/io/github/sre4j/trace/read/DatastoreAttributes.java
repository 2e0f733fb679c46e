package io.github.sre4j.trace.read;

import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.Statement;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a span asked of a database or cache. */
final class DatastoreAttributes {

    /** Systems whose spans are cache commands, in lower case. */
    private static final Set<String> CACHES = Set.of(
            "redis",
            "valkey",
            "memcached",
            "memcache",
            "jcache",
            "hazelcast",
            "ehcache",
            "caffeine",
            "infinispan",
            "spymemcached",
            "jedis",
            "lettuce",
            "redisson",
            "elasticache",
            "dragonfly",
            "keydb");
    /** New Relic's agents cut statements at this length. */
    private static final int AGENT_CUT = 4_095;

    private DatastoreAttributes() {}

    static @Nullable Statement statement(Attributes attributes, Interner interner) {
        String system = attributes.text("db.system.name", "db.system", "db.type");
        String text = attributes.text("db.query.text", "db.statement", "sql.query");
        if (system == null && text == null) {
            return null;
        }
        String operation = attributes.text("db.operation.name", "db.operation");
        return new Statement(
                text == null ? null : interner.of(text),
                system == null ? null : interner.of(system),
                attributes.text("db.namespace", "db.instance", "db.name", "db.redis.database_index"),
                attributes.text("db.collection.name", "db.collection", "db.sql.table", "db.mongodb.collection"),
                operation == null ? firstWord(text) : interner.of(operation.toLowerCase(Locale.ROOT)),
                text != null && (text.endsWith("...") || text.endsWith("…") || text.length() >= AGENT_CUT));
    }

    static SpanCategory category(Statement statement) {
        String system = statement.system();
        if (system != null && CACHES.contains(system.toLowerCase(Locale.ROOT))) {
            return SpanCategory.CACHE;
        }
        String operation = statement.operation();
        return operation != null && isTransactionWord(operation) ? SpanCategory.TRANSACTION : SpanCategory.DATABASE;
    }

    private static boolean isTransactionWord(String operation) {
        return switch (operation) {
            case "begin", "commit", "rollback", "start transaction", "savepoint" -> true;
            default -> false;
        };
    }

    private static @Nullable String firstWord(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String trimmed = text.stripLeading();
        int end = 0;
        while (end < trimmed.length() && Character.isLetter(trimmed.charAt(end))) {
            end++;
        }
        return end == 0 ? null : trimmed.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
