package io.github.sre4j.examples.standin.events;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What New Relic's ingest adds to events that no agent sends; only where an event lacks it. */
public final class BackEnd {
    private BackEnd() {}

    /** The rows to store for one event as it stands in a file. */
    static List<Map<String, Object>> rows(String eventType, Map<String, Object> event, int account) {
        if (eventType.equals(Metrics.EVENT_TYPE)) {
            Map<String, Object> flat = Metrics.flat(event);
            addGuid(flat, "entity.guid", account);
            List<Map<String, Object>> views = Metrics.views(flat);
            if (views.isEmpty()) {
                return List.of(flat);
            }
            return Stream.concat(Stream.of(flat), views.stream()).toList();
        }
        Map<String, Object> row = new LinkedHashMap<>(event);
        switch (eventType) {
            case "Transaction" -> {
                addGuid(row, "entityGuid", account);
                String type = row.get("name") instanceof String name ? Metrics.transactionType(name) : null;
                if (type != null) {
                    row.putIfAbsent("transactionType", type);
                }
            }
            case "TransactionError" -> addGuid(row, "entityGuid", account);
            case "Span" -> addSpanSynonyms(row, account);
            default -> {}
        }
        return List.of(row);
    }

    private static void addSpanSynonyms(Map<String, Object> row, int account) {
        addGuid(row, "entity.guid", account);
        same(row, "guid", "id");
        same(row, "traceId", "trace.id");
        same(row, "parentId", "parent.id");
        if (row.get("duration") instanceof Number seconds) {
            row.putIfAbsent("duration.ms", seconds.doubleValue() * 1000);
        } else if (row.get("duration.ms") instanceof Number millis) {
            row.put("duration", millis.doubleValue() / 1000);
        }
    }

    private static void same(Map<String, Object> row, String one, String other) {
        copy(row, one, other);
        copy(row, other, one);
    }

    private static void copy(Map<String, Object> row, String from, String to) {
        Object value = row.get(from);
        if (value != null) {
            row.putIfAbsent(to, value);
        }
    }

    private static void addGuid(Map<String, Object> row, String attribute, int account) {
        if (row.get("appName") instanceof String app) {
            row.computeIfAbsent(attribute, name -> guid(account, app));
        }
    }

    /** The GUID of an application that has none of its own: base64 of account, domain, type and a number made of its name. */
    public static String guid(int account, String app) {
        CRC32 crc = new CRC32();
        crc.update(app.getBytes(StandardCharsets.UTF_8));
        String plain = account + "|APM|APPLICATION|" + crc.getValue();
        return Base64.getEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
