package io.github.sre4j.advisor.remedy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The imports of a Java file, and where another one goes.
 *
 * @param byLine the names imported, by line from 1; those on demand end with {@code .*}
 * @param packageLine where the package is named; 0 for the unnamed one
 */
record ImportEdit(Map<Integer, String> byLine, int packageLine) {

    private static final Pattern IMPORT = Pattern.compile("\\s*import\\s+([\\w.]+(?:\\.\\*)?)\\s*;.*");
    private static final Pattern PACKAGE = Pattern.compile("\\s*package\\s+[\\w.]+\\s*;.*");

    /** Puts lines before a line. */
    interface Inserter {
        void insert(int line, String... come);
    }

    static ImportEdit of(List<String> lines) {
        Map<Integer, String> byLine = new TreeMap<>();
        int packageLine = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher found = IMPORT.matcher(lines.get(i));
            if (found.matches()) {
                byLine.put(i + 1, found.group(1));
            } else if (packageLine == 0 && PACKAGE.matcher(lines.get(i)).matches()) {
                packageLine = i + 1;
            }
        }
        return new ImportEdit(byLine, packageLine);
    }

    /** Whether the file can name a type simply already. */
    boolean brings(String name) {
        return byLine.containsValue(name) || byLine.containsValue(name.substring(0, name.lastIndexOf('.')) + ".*");
    }

    /** Adds one where it keeps the order of those there are. */
    void add(String name, Inserter inserter) {
        String line = "import " + name + ";";
        int last = 0;
        for (Map.Entry<Integer, String> each : byLine.entrySet()) {
            if (each.getValue().compareTo(name) > 0) {
                inserter.insert(each.getKey(), line);
                return;
            }
            last = each.getKey();
        }
        if (last > 0) {
            inserter.insert(last + 1, line);
        } else if (packageLine > 0) {
            inserter.insert(packageLine + 1, "", line);
        } else {
            inserter.insert(1, line);
        }
    }
}
