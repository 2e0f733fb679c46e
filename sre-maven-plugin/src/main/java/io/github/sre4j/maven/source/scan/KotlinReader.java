package io.github.sre4j.maven.source.scan;

import io.github.sre4j.maven.source.model.AnnotationFacts;
import io.github.sre4j.maven.source.model.Expr;
import io.github.sre4j.maven.source.model.FieldFacts;
import io.github.sre4j.maven.source.model.FileFacts;
import io.github.sre4j.maven.source.model.Lines;
import io.github.sre4j.maven.source.model.MethodFacts;
import io.github.sre4j.maven.source.model.Parameter;
import io.github.sre4j.maven.source.model.Step;
import io.github.sre4j.maven.source.model.TypeFacts;
import io.github.sre4j.maven.source.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declarations of Kotlin files: classes, their properties and functions with annotations and lines, and the calls in function bodies in the
 * order they stand. It does not know loops, lambdas or expressions of Kotlin; what rests on those is not found in Kotlin sources.
 */
final class KotlinReader {

    private static final Set<String> TYPES = Set.of("class", "interface", "object");
    private static final Set<String> NO_CALLS = Set.of(
            "if", "for", "while", "when", "catch", "fun", "return", "throw", "in", "is", "as", "super", "constructor");

    private final List<KotlinTokens.Token> tokens;
    private final List<String> imports = new ArrayList<>();
    private final List<TypeFacts> types = new ArrayList<>();
    private String packageName = "";
    private int at;

    private KotlinReader(List<KotlinTokens.Token> tokens) {
        this.tokens = tokens;
    }

    static FileFacts read(String text) {
        KotlinReader reader = new KotlinReader(KotlinTokens.of(text));
        reader.file();
        return new FileFacts(reader.packageName, reader.imports, reader.types);
    }

    private void file() {
        members("", null);
    }

    /** A class under construction. */
    private static final class Open {
        private final List<FieldFacts> fields = new ArrayList<>();
        private final List<MethodFacts> methods = new ArrayList<>();
    }

    /** Reads declarations until the brace that closes them, or the end. */
    private void members(String prefix, @Nullable Open open) {
        List<AnnotationFacts> annotations = new ArrayList<>();
        int first = 0;
        boolean annotationClass = false;
        while (at < tokens.size()) {
            KotlinTokens.Token token = tokens.get(at);
            String word = token.text();
            if (word.equals("}")) {
                return;
            }
            if (word.equals("@")) {
                first = first == 0 ? token.line() : first;
                at++;
                AnnotationFacts annotation = annotation();
                if (annotation != null) {
                    annotations.add(annotation);
                }
                continue;
            }
            if (word.equals("package")) {
                at++;
                packageName = qualified();
            } else if (word.equals("import")) {
                at++;
                String name = qualified();
                imports.add(is("*") ? name + "*" : name);
            } else if (word.equals("annotation")) {
                annotationClass = true;
                first = first == 0 ? token.line() : first;
                at++;
                continue;
            } else if (KotlinTokens.MODIFIERS.contains(word)) {
                first = first == 0 ? token.line() : first;
                at++;
                continue;
            } else if (TYPES.contains(word)) {
                type(word, annotationClass, prefix, annotations, first == 0 ? token.line() : first);
            } else if (word.equals("fun")) {
                MethodFacts method = function(annotations, first == 0 ? token.line() : first);
                if (open != null && method != null) {
                    open.methods.add(method);
                }
            } else if (word.equals("val") || word.equals("var")) {
                FieldFacts field = property(annotations, first == 0 ? token.line() : first);
                if (open != null && field != null) {
                    open.fields.add(field);
                }
            } else if (word.equals("{") || word.equals("(")) {
                skip();
            } else {
                at++;
                if (!token.isWord()) {
                    continue;
                }
            }
            annotations = new ArrayList<>();
            annotationClass = false;
            first = 0;
        }
    }

    private void type(
            String keyword, boolean annotationClass, String prefix, List<AnnotationFacts> annotations, int first) {
        int line = tokens.get(at).line();
        at++;
        String simple =
                at < tokens.size() && tokens.get(at).isWord() ? tokens.get(at++).text() : "Companion";
        String start = prefix.isEmpty() ? packageName.isEmpty() ? "" : packageName + "." : prefix + "$";
        String name = start + simple;
        Open open = new Open();
        if (is("<")) {
            angle();
        }
        while (at < tokens.size() && (tokens.get(at).isWord() || is("@")) && !is("{")) {
            if (is("@")) {
                at++;
                annotation();
            } else if (is("constructor")
                    || KotlinTokens.MODIFIERS.contains(tokens.get(at).text())) {
                at++;
            } else {
                break;
            }
        }
        if (is("(")) {
            for (Parameter each : parameters()) {
                Lines lines = new Lines(line, line, line);
                open.fields.add(new FieldFacts(each.name(), each.type(), false, lines, each.annotations(), null));
            }
        }
        List<TypeRef> superTypes = new ArrayList<>();
        if (is(":")) {
            do {
                at++;
                superTypes.add(ref());
                if (is("(")) {
                    skip();
                }
            } while (is(","));
        }
        int last = at > 0 ? tokens.get(at - 1).line() : line;
        if (is("{")) {
            at++;
            members(name, open);
            last = at < tokens.size() ? tokens.get(at).line() : last;
            at++;
        }
        TypeFacts.Kind kind = annotationClass
                ? TypeFacts.Kind.ANNOTATION
                : keyword.equals("interface") ? TypeFacts.Kind.INTERFACE : TypeFacts.Kind.CLASS;
        types.add(new TypeFacts(
                name,
                kind,
                false,
                new Lines(line, first, Math.max(line, last)),
                List.of(),
                annotations,
                superTypes,
                open.fields,
                open.methods));
    }

    private @Nullable MethodFacts function(List<AnnotationFacts> annotations, int first) {
        int line = tokens.get(at).line();
        at++;
        if (is("<")) {
            angle();
        }
        String name = "";
        while (at < tokens.size() && !is("(")) {
            if (is("{") || is("}") || is("=")) {
                return null;
            }
            if (tokens.get(at).isWord()) {
                name = tokens.get(at).text();
                line = tokens.get(at).line();
            }
            at++;
        }
        List<Parameter> parameters = parameters();
        TypeRef returns = TypeRef.NONE;
        if (is(":")) {
            at++;
            returns = ref();
        }
        int last = at > 0 ? tokens.get(at - 1).line() : line;
        boolean body = false;
        List<Step> steps = List.of();
        if (is("{")) {
            int from = at;
            skip();
            steps = calls(from, at);
            last = tokens.get(at - 1).line();
            body = true;
        } else if (is("=")) {
            int from = at;
            at++;
            expressionBody();
            steps = calls(from, at);
            last = tokens.get(at - 1).line();
            body = true;
        }
        return new MethodFacts(
                name,
                false,
                body,
                new Lines(line, Math.min(first, line), Math.max(line, last)),
                annotations,
                returns,
                parameters,
                steps);
    }

    /** Ends where a line begins with what cannot continue an expression. */
    private void expressionBody() {
        while (at < tokens.size()) {
            KotlinTokens.Token token = tokens.get(at);
            if (token.text().equals("}")) {
                return;
            }
            if (token.text().equals("{")
                    || token.text().equals("(")
                    || token.text().equals("[")) {
                skip();
                continue;
            }
            boolean newLine = token.line() > tokens.get(at - 1).line();
            if (newLine && (token.text().equals("@") || KotlinTokens.STARTS.contains(token.text()))) {
                return;
            }
            at++;
        }
    }

    private @Nullable FieldFacts property(List<AnnotationFacts> annotations, int first) {
        at++;
        if (at >= tokens.size() || !tokens.get(at).isWord()) {
            return null;
        }
        KotlinTokens.Token name = tokens.get(at++);
        TypeRef type = TypeRef.NONE;
        if (is(":")) {
            at++;
            type = ref();
        }
        Expr initial = null;
        if (is("=")) {
            at++;
            if (at < tokens.size() && tokens.get(at).isText()) {
                initial = new Expr.Literal(tokens.get(at).text(), true);
            }
        }
        Lines lines = new Lines(name.line(), Math.min(first, name.line()), name.line());
        return new FieldFacts(name.text(), type, true, lines, annotations, initial);
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (!is("(")) {
            return parameters;
        }
        int end = closing(at);
        at++;
        List<AnnotationFacts> annotations = new ArrayList<>();
        while (at < end) {
            if (is("@")) {
                at++;
                AnnotationFacts annotation = annotation();
                if (annotation != null) {
                    annotations.add(annotation);
                }
            } else if (tokens.get(at).isWord()
                    && at + 1 < end
                    && tokens.get(at + 1).text().equals(":")) {
                String name = tokens.get(at).text();
                at += 2;
                parameters.add(new Parameter(name, ref(), annotations));
                annotations = new ArrayList<>();
                while (at < end && !is(",")) {
                    if (is("(") || is("{")) {
                        skip();
                    } else {
                        at++;
                    }
                }
            } else {
                at++;
            }
        }
        at = end + 1;
        return parameters;
    }

    private @Nullable AnnotationFacts annotation() {
        if (at + 1 < tokens.size()
                && tokens.get(at).isWord()
                && tokens.get(at + 1).text().equals(":")) {
            at += 2;
        }
        if (at >= tokens.size() || !tokens.get(at).isWord()) {
            return null;
        }
        int end = at;
        String name = qualified();
        // An annotation's arguments follow on its own line.
        Map<String, Expr> values = new HashMap<>();
        if (is("(")
                && tokens.get(at).line() == tokens.get(Math.max(end, at - 1)).line()) {
            arguments(values);
        }
        return new AnnotationFacts(name, values);
    }

    private void arguments(Map<String, Expr> values) {
        int end = closing(at);
        at++;
        List<Expr> unnamed = new ArrayList<>();
        while (at < end) {
            if (is(",")) {
                at++;
            } else if (tokens.get(at).isWord()
                    && at + 1 < end
                    && tokens.get(at + 1).text().equals("=")) {
                String name = tokens.get(at).text();
                at += 2;
                values.put(name, value(end));
            } else {
                unnamed.add(value(end));
            }
        }
        if (!unnamed.isEmpty()) {
            values.put("value", unnamed.size() == 1 ? unnamed.get(0) : new Expr.Items(unnamed));
        }
        at = end + 1;
    }

    private Expr value(int end) {
        if (is("[")
                || (at + 1 < end
                        && tokens.get(at).text().equals("arrayOf")
                        && tokens.get(at + 1).text().equals("("))) {
            at += is("[") ? 0 : 1;
            int close = closing(at);
            at++;
            List<Expr> items = new ArrayList<>();
            while (at < close) {
                if (is(",")) {
                    at++;
                } else {
                    items.add(value(close));
                }
            }
            at = close + 1;
            return new Expr.Items(items);
        }
        List<Expr> parts = new ArrayList<>();
        while (at < end && !is(",")) {
            KotlinTokens.Token token = tokens.get(at);
            if (token.isText()) {
                parts.add(new Expr.Literal(token.text(), true));
                at++;
            } else if (token.isWord()) {
                parts.add(name());
            } else if (token.text().equals("(")) {
                skip();
            } else {
                at++;
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Expr.Join(parts);
    }

    private Expr name() {
        Expr name = new Expr.Name(tokens.get(at++).text());
        while (is(".") && at + 1 < tokens.size() && tokens.get(at + 1).isWord()) {
            name = new Expr.Select(name, tokens.get(at + 1).text());
            at += 2;
        }
        return name;
    }

    /** Calls between two tokens, without the nesting of expressions. */
    private List<Step> calls(int from, int to) {
        List<Step> steps = new ArrayList<>();
        for (int i = from; i + 1 < to; i++) {
            KotlinTokens.Token token = tokens.get(i);
            String next = tokens.get(i + 1).text();
            if (!token.isWord() || NO_CALLS.contains(token.text()) || !(next.equals("(") || next.equals("{"))) {
                continue;
            }
            Expr receiver = null;
            if (i >= 2
                    && (tokens.get(i - 1).text().equals(".")
                            || tokens.get(i - 1).text().equals("?."))) {
                receiver = tokens.get(i - 2).isWord()
                        ? new Expr.Name(tokens.get(i - 2).text())
                        : new Expr.Other(List.of());
            }
            List<Expr> arguments = new ArrayList<>();
            if (next.equals("(")) {
                int end = Math.min(closing(i + 1), to);
                for (int each = i + 2; each < end; each++) {
                    if (tokens.get(each).isText()) {
                        arguments.add(new Expr.Literal(tokens.get(each).text(), true));
                    }
                }
            }
            steps.add(new Step.Eval(new Expr.Call(token.line(), receiver, token.text(), arguments)));
        }
        return steps;
    }

    private TypeRef ref() {
        String name = qualified();
        List<TypeRef> arguments = new ArrayList<>();
        if (is("<")) {
            int end = angleEnd();
            at++;
            while (at < end) {
                if (tokens.get(at).isWord() && !is("out") && !is("in")) {
                    arguments.add(ref());
                } else {
                    at++;
                }
            }
            at = Math.min(end + 1, tokens.size());
        }
        if (is("?")) {
            at++;
        }
        return new TypeRef(name, arguments);
    }

    private String qualified() {
        StringBuilder name = new StringBuilder();
        while (at < tokens.size() && tokens.get(at).isWord()) {
            name.append(tokens.get(at).text());
            at++;
            if (!is(".")) {
                break;
            }
            name.append('.');
            at++;
        }
        return name.toString();
    }

    private boolean is(String text) {
        return at < tokens.size()
                && !tokens.get(at).isText()
                && tokens.get(at).text().equals(text);
    }

    private void skip() {
        at = Math.min(closing(at) + 1, tokens.size());
    }

    private void angle() {
        at = Math.min(angleEnd() + 1, tokens.size());
    }

    private int angleEnd() {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            if (text.equals("<")) {
                depth++;
            } else if (text.equals(">") && --depth == 0) {
                return i;
            } else if (text.equals("{") || text.equals(";")) {
                return i - 1;
            }
        }
        return tokens.size() - 1;
    }

    /** Where the bracket that opens at a token closes. */
    private int closing(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).isText()) {
                continue;
            }
            switch (tokens.get(i).text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {
                    continue;
                }
            }
        }
        return tokens.size() - 1;
    }
}
