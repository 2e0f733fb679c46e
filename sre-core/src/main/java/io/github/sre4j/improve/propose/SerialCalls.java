package io.github.sre4j.improve.propose;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls one after the other. Only where none needs what an earlier one returned may they run at the same time; else the other service must answer
 * more at once.
 */
final class SerialCalls implements Remedy {

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(\\s*)(?:final\\s+)?([\\w<>?,.\\[\\] ]+?)\\s+(\\w+)\\s*=\\s*([^=].*\\(.*\\).*);\\s*");

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

    private static final int MOST_LINES = 12;

    @Override
    public Proposal propose(Situation situation) {
        boolean dependent =
                situation.cause().facts().stream().anyMatch(fact -> fact.key().equals("dependent"))
                        || (situation.hint(CodeHint.Kind.SERIAL_DEPENDENT_CALLS).isPresent()
                                && situation
                                        .hint(CodeHint.Kind.SERIAL_INDEPENDENT_CALLS)
                                        .isEmpty());
        SourcePlace at = situation
                .hint(dependent ? CodeHint.Kind.SERIAL_DEPENDENT_CALLS : CodeHint.Kind.SERIAL_INDEPENDENT_CALLS)
                .or(situation::best)
                .orElse(null);
        Names names = situation.names(at == null ? List.of() : List.of(at));
        boolean named = names.has(SourceName.ENCLOSING_METHOD);
        if (dependent) {
            return situation.proposal(RemedyKind.COMBINED_CALL, named, names, List.of(), at);
        }
        return situation.proposal(
                RemedyKind.CONCURRENT_CALLS, named, names, at == null ? List.of() : sketch(situation, at), at);
    }

    /** The assignments that follow each other from the place on, each started before any is waited for. */
    private static List<SketchLine> sketch(Situation situation, SourcePlace at) {
        Snippet snippet = situation.snippet(at, MOST_LINES).orElse(null);
        if (snippet == null) {
            return List.of();
        }
        Sketch sketch = new Sketch().file(snippet.file());
        List<String> joins = new ArrayList<>();
        for (int i = Math.max(0, at.line() - snippet.firstLine());
                i < snippet.lines().size();
                i++) {
            String line = snippet.lines().get(i);
            Matcher call = ASSIGNMENT.matcher(line);
            if (!call.matches() || joins.size() == MOST_LINES) {
                break;
            }
            String type = call.group(2).strip();
            String name = call.group(3);
            sketch.gone(line);
            joins.add(call.group(1) + type + " " + name + " = " + name + "Later.join();");
            sketch.come(call.group(1)
                    + (type.equals("var") ? "var" : "CompletableFuture<" + BOXED.getOrDefault(type, type) + ">")
                    + " "
                    + name
                    + "Later = CompletableFuture.supplyAsync(() -> "
                    + call.group(4)
                    + ", executor);");
        }
        if (joins.size() < 2) {
            return List.of();
        }
        joins.forEach(sketch::come);
        return sketch.lines();
    }
}
