package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Assignments that follow each other, each started before any is waited for. There is a sketch only where the text tells that it compiles: no exception is
 * declared or caught around the calls, and what they use is assigned once.
 */
final class ConcurrentCallsSketch {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(\\s*)(?:final\\s+)?([\\w<>?,.\\[\\] ]+?)\\s+(\\w+)\\s*=\\s*([^=].*\\(.*\\).*);\\s*");
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w$.])([a-z][\\w$]*)(?![\\w$]|\\s*\\()");
    private static final Pattern CHECKED = Pattern.compile("(?<![\\w$])(?:throws|try)(?![\\w$])");

    private static final Map<String, String> BOXED = Map.of(
            "int",
            "Integer",
            "long",
            "Long",
            "double",
            "Double",
            "boolean",
            "Boolean",
            "float",
            "Float",
            "short",
            "Short",
            "byte",
            "Byte",
            "char",
            "Character");

    private static final int MOST_CALLS = 12;

    /** Threads for each call that is started: how many are right, the load tells. */
    private static final int THREADS_A_CALL = 8;

    private static final String EXECUTOR = "callExecutor";

    private static final String CLOSE = "closeCallExecutor";

    /** A line is broken where a formatter of the product would break it. */
    private static final int MAX_COLUMNS = 100;

    private static final Pattern BEAN = Pattern.compile(
            "@(?:[\\w.]+\\.)?(?:Component|Service|Repository|Controller|RestController|Configuration)(?![\\w$])");

    private final SourceEdit edit;
    private final SourceLocation place;
    private final String annotations;
    private final String method;

    private ConcurrentCallsSketch(SourceEdit edit, SourceLocation place, String annotations) {
        this.edit = edit;
        this.place = place;
        this.annotations = annotations;
        this.method = edit.text(place.firstLine(), place.lastLine());
    }

    /**
     * Returns the patch; empty if it is not known to compile.
     *
     * @param edit the file
     * @param place the first of the calls
     * @param annotations the package of {@code @PreDestroy}
     */
    static List<SketchLine> sketch(SourceEdit edit, SourceLocation place, String annotations) {
        return new ConcurrentCallsSketch(edit, place, annotations).sketch();
    }

    /**
     * One of the calls.
     *
     * @param line where it stands
     * @param indent before it
     * @param type of what it returns, as written
     * @param name of what it is assigned to
     * @param value the call
     */
    private record Call(int line, String indent, String type, String name, String value) {

        String later() {
            return name + "Later";
        }

        String[] started() {
            String future = type.equals("var") ? "var" : "CompletableFuture<" + BOXED.getOrDefault(type, type) + ">";
            String head = indent + future + " " + later() + " = CompletableFuture.supplyAsync(";
            String task = "() -> " + value + ",";
            String next = indent + SourceEdit.indentUnit(indent).repeat(2);
            String one = head + task + " " + EXECUTOR + ");";
            String two = next + task + " " + EXECUTOR + ");";
            return one.length() <= MAX_COLUMNS
                    ? new String[] {one}
                    : two.length() <= MAX_COLUMNS
                            ? new String[] {head, two}
                            : new String[] {head, next + task, next + EXECUTOR + ");"};
        }

        String waited() {
            return indent + type + " " + name + " = " + later() + ".join();";
        }
    }

    private List<SketchLine> sketch() {
        int declared = classBody();
        int end = classEnd();
        if (declared == 0
                || end == 0
                || !isBean(declared)
                || CHECKED.matcher(method).find()
                || SourceEdit.word("static").matcher(head()).find()) {
            return List.of();
        }
        List<Call> calls = calls();
        if (calls.size() < 2 || edit.has(EXECUTOR) || edit.has(CLOSE)) {
            return List.of();
        }
        for (Call call : calls) {
            edit.replace(call.line(), call.started());
        }
        int behind = calls.get(calls.size() - 1).line() + 1;
        edit.insert(behind, calls.stream().map(Call::waited).toArray(String[]::new));
        String indent = SourceEdit.indent(edit.line(place.firstLine()));
        edit.insert(
                declared + 1,
                indent + "// Size by load: concurrent requests × calls of a request.",
                indent + "private final ExecutorService " + EXECUTOR + " = Executors.newFixedThreadPool("
                        + THREADS_A_CALL * calls.size() + ");");
        if (!edit.line(declared + 1).isBlank()) {
            edit.insert(declared + 1, "");
        }
        edit.insert(
                end,
                "",
                indent + "@PreDestroy",
                indent + "void " + CLOSE + "() {",
                indent + SourceEdit.indentUnit(indent) + EXECUTOR + ".shutdown();",
                indent + "}");
        return edit.importing(
                        annotations + ".PreDestroy",
                        "java.util.concurrent.CompletableFuture",
                        "java.util.concurrent.ExecutorService",
                        "java.util.concurrent.Executors")
                .hunks();
    }

    /** The declaration of the method, up to its body. */
    private String head() {
        return method.substring(0, Math.max(0, method.indexOf('{')));
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Set<String> later = new HashSet<>();
        for (int i = place.line(); i <= Math.min(edit.size(), place.lastLine()) && calls.size() < MOST_CALLS; i++) {
            Matcher found = ASSIGNMENT.matcher(edit.line(i));
            if (!found.matches()) {
                break;
            }
            Call call = new Call(i, found.group(1), found.group(2).strip(), found.group(3), found.group(4));
            Matcher variable = VARIABLE.matcher(call.value());
            boolean fits = !edit.has(call.later());
            while (fits && variable.find()) {
                fits = !later.contains(variable.group(1)) && assignedOnce(variable.group(1));
            }
            if (!fits) {
                break;
            }
            later.add(call.name());
            calls.add(call);
        }
        return calls;
    }

    /** A lambda takes no variable that changes: one is given a value by its declaration alone, a parameter nowhere. */
    private boolean assignedOnce(String variable) {
        String name = Pattern.quote(variable);
        int declared = count("[\\w>\\]]\\s+" + name + "\\s*=(?!=)");
        int set = count("(?<![\\w$.])" + name + "\\s*(?:=(?!=)|[-+*/%&|^]=|<<=|>>=|>>>=|\\+\\+|--)")
                + count("(?:\\+\\+|--)\\s*" + name + "(?![\\w$])");
        return set <= declared && declared <= 1;
    }

    private int count(String pattern) {
        return (int) Pattern.compile(pattern).matcher(method).results().count();
    }

    /** Returns whether Spring makes and destroys the class: its pool is closed with it. */
    private boolean isBean(int declared) {
        for (int i = declared; i >= 1; i--) {
            String line = edit.line(i).strip();
            if (BEAN.matcher(line).find()) {
                return true;
            }
            if (i < declared && (line.isEmpty() || line.endsWith(";") || line.endsWith("}"))) {
                return false;
            }
        }
        return false;
    }

    /** Returns the line of the brace that ends the class, if it is a top-level class at the end of its file; else 0. */
    private int classEnd() {
        int last = edit.size();
        while (last > 1 && edit.line(last).isBlank()) {
            last--;
        }
        return edit.line(last).equals("}")
                        && last > place.lastLine()
                        && !place.className().contains("$")
                ? last
                : 0;
    }

    /** The last line of the declaration of the class that the method stands in; 0 if it is not seen, or is no class. */
    private int classBody() {
        String name = place.className()
                .substring(Math.max(
                                place.className().lastIndexOf('.'),
                                place.className().lastIndexOf('$'))
                        + 1);
        Pattern declaration = Pattern.compile("(?<![\\w$.])class\\s+" + Pattern.quote(name) + "(?![\\w$])");
        for (int i = place.firstLine(); i >= 1; i--) {
            if (declaration.matcher(edit.line(i)).find()) {
                for (int j = i; j < place.firstLine(); j++) {
                    if (edit.line(j).stripTrailing().endsWith("{")) {
                        return j;
                    }
                }
            }
        }
        return 0;
    }
}
