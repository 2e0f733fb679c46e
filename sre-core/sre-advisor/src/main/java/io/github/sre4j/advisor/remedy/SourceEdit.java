package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Changes to one Java file, as the hunks of a patch that {@code git apply} takes. Whatever the new lines need is part of it: a sketch that leaves out
 * an import is one that nobody can try. Lines count from 1. Not thread-safe.
 */
final class SourceEdit {

    private static final int CONTEXT = 3;

    /** As many lines around a place as no file that is read has. */
    private static final int WHOLE = 10_000_000;

    /** A line of which nobody sees the end is not shown as part of a change. */
    private static final int LONGEST = 200;

    private final String file;
    private final List<String> lines;
    private final Map<Integer, List<String>> before = new TreeMap<>();
    private final Map<Integer, List<String>> instead = new TreeMap<>();
    private boolean impossible;

    private SourceEdit(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** The file a place lies in; empty if it is no Java or is not at hand as a whole. */
    static Optional<SourceEdit> of(RemedyContext situation, SourceLocation place) {
        return situation
                .snippet(place, WHOLE)
                .filter(whole -> whole.firstLine() == 1
                        && whole.file().endsWith(".java")
                        && whole.lines().size() >= place.lastLine())
                .map(whole -> new SourceEdit(whole.file(), whole.lines()));
    }

    String line(int number) {
        return lines.get(number - 1);
    }

    int size() {
        return lines.size();
    }

    /** The lines from one to another, both included. */
    String text(int first, int last) {
        return String.join("\n", lines.subList(first - 1, Math.min(last, lines.size())));
    }

    /** Whether a word stands anywhere in the file. */
    boolean has(String word) {
        return word(word).matcher(text(1, size())).find();
    }

    static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** Returns one step of an indent: a tab, or four blanks. */
    static String indentUnit(String indent) {
        return indent.startsWith("\t") ? "\t" : "    ";
    }

    static Pattern word(String word) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])");
    }

    /** Puts lines before a line. */
    SourceEdit insert(int number, String... come) {
        before.computeIfAbsent(number, none -> new ArrayList<>()).addAll(Arrays.asList(come));
        return this;
    }

    /** Inserts lines before a line, and before all that is inserted there: imports precede the annotations of a class that follows them at once. */
    private void insertFirst(int number, String... added) {
        before.computeIfAbsent(number, none -> new ArrayList<>()).addAll(0, Arrays.asList(added));
    }

    /** Puts lines in the place of a line. */
    SourceEdit replace(int number, String... come) {
        instead.put(number, List.of(come));
        return this;
    }

    /** Makes sure that types can be named simply; where another type of that name is in the way, there is no sketch. */
    SourceEdit importing(String... names) {
        ImportEdit imports = ImportEdit.of(lines);
        for (String name : new TreeSet<>(List.of(names)).descendingSet()) {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (imports.brings(name)) {
                continue;
            }
            if (has(simple)) {
                impossible = true;
            }
            imports.add(name, this::insertFirst);
        }
        return this;
    }

    /** The changes; empty if they cannot be shown in full. */
    List<SketchLine> hunks() {
        TreeSet<Integer> shown = new TreeSet<>();
        before.keySet().forEach(at -> show(shown, at - CONTEXT, at + CONTEXT - 1));
        instead.keySet().forEach(at -> show(shown, at - CONTEXT, at + CONTEXT));
        List<SketchLine> sketch = new ArrayList<>(List.of(new SketchLine('@', file)));
        int grown = 0;
        while (!shown.isEmpty()) {
            int first = shown.first();
            int last = first;
            while (shown.remove(last)) {
                last++;
            }
            List<SketchLine> hunk = hunk(first, last - 1);
            int then = (int) hunk.stream().filter(line -> line.mark() != '-').count();
            int now = last - first;
            sketch.add(new SketchLine('~', "-" + first + "," + now + " +" + (first + grown) + "," + then));
            sketch.addAll(hunk);
            grown += then - now;
        }
        boolean whole = sketch.stream().allMatch(line -> line.text().length() <= LONGEST);
        return impossible || !whole || sketch.size() == 1 ? List.of() : List.copyOf(sketch);
    }

    private void show(Set<Integer> shown, int first, int last) {
        for (int i = Math.max(1, first); i <= Math.min(size(), last); i++) {
            shown.add(i);
        }
    }

    /** What goes stands before what comes in its place, as in any patch. */
    private List<SketchLine> hunk(int first, int last) {
        List<SketchLine> hunk = new ArrayList<>();
        List<String> come = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            List<String> replaced = instead.get(i);
            List<String> added = before.getOrDefault(i, List.of());
            if (replaced == null || !added.isEmpty()) {
                come.forEach(each -> hunk.add(new SketchLine('+', each)));
                come.clear();
            }
            added.forEach(each -> hunk.add(new SketchLine('+', each)));
            if (replaced == null) {
                hunk.add(new SketchLine(' ', line(i)));
            } else {
                hunk.add(new SketchLine('-', line(i)));
                come.addAll(replaced);
            }
        }
        come.forEach(each -> hunk.add(new SketchLine('+', each)));
        return hunk;
    }
}
