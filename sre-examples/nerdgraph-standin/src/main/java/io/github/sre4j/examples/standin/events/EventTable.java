package io.github.sre4j.examples.standin.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where an event type's attributes are; immutable, replaced when a new attribute is seen. */
public final class EventTable {
    private final String table;
    private final Map<String, Map<Kind, String>> columns;
    private final List<Slot> slots;

    /** A column: the attribute and kind it holds. */
    record Slot(String attribute, Kind kind) {}

    EventTable(String table, List<Slot> slots) {
        this.table = table;
        this.slots = List.copyOf(slots);
        Map<String, Map<Kind, String>> byName = new TreeMap<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            byName.computeIfAbsent(slot.attribute(), name -> new EnumMap<>(Kind.class))
                    .put(slot.kind(), "c" + i);
        }
        this.columns = Collections.unmodifiableMap(byName);
    }

    EventTable with(List<Slot> more) {
        List<Slot> all = new ArrayList<>(slots);
        all.addAll(more);
        return new EventTable(table, all);
    }

    /** The statement that makes the table. */
    String createSql() {
        return "CREATE TABLE " + table + " (" + String.join(", ", definitions(0)) + ")";
    }

    /** The statements that add the columns from a number on. */
    List<String> alterSql(int from) {
        return definitions(from).stream()
                .map(column -> "ALTER TABLE " + table + " ADD COLUMN " + column)
                .toList();
    }

    private List<String> definitions(int from) {
        List<String> definitions = new ArrayList<>();
        for (int i = from; i < slots.size(); i++) {
            definitions.add("c" + i + " " + slots.get(i).kind().sqlType());
        }
        return definitions;
    }

    List<Slot> slots() {
        return slots;
    }

    /** The table's name in SQL; made here, never from data. */
    public String sqlName() {
        return table;
    }

    /** Attribute names in order, each with the columns that hold it. */
    public Map<String, Map<Kind, String>> attributes() {
        return columns;
    }

    /** The columns of an attribute, one a kind; none if no event has it. */
    public Map<Kind, String> columns(String attribute) {
        return columns.getOrDefault(attribute, Map.of());
    }
}
