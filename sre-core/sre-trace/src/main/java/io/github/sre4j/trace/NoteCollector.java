package io.github.sre4j.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what cleaning has to say. Not safe for use by several threads. */
final class NoteCollector {

    private final Map<TraceNote.Kind, Entry> entries = new EnumMap<>(TraceNote.Kind.class);

    void add(TraceNote.Kind kind, String subject) {
        add(kind, 1, subject, 0);
    }

    void add(TraceNote.Kind kind, int count, String subject, long nanos) {
        Entry entry = entries.computeIfAbsent(kind, any -> new Entry());
        entry.count += count;
        if (Math.abs(nanos) > Math.abs(entry.nanos)) {
            entry.nanos = nanos;
        }
        if (!subject.isEmpty() && entry.subjects.size() < TraceNote.MAX_SUBJECTS && !entry.subjects.contains(subject)) {
            entry.subjects.add(subject);
        }
    }

    void add(TraceNote note) {
        add(note.kind(), note.count(), "", note.nanos());
        note.subjects().forEach(subject -> add(note.kind(), 0, subject, 0));
    }

    void count(TraceNote.Kind kind, int count) {
        if (count > 0) {
            add(kind, count, "", 0);
        }
    }

    List<TraceNote> notes() {
        List<TraceNote> notes = new ArrayList<>(entries.size());
        entries.forEach((kind, entry) -> notes.add(new TraceNote(kind, entry.count, entry.subjects, entry.nanos)));
        return notes;
    }

    private static final class Entry {
        private int count;
        private long nanos;
        private final List<String> subjects = new ArrayList<>(2);
    }
}
