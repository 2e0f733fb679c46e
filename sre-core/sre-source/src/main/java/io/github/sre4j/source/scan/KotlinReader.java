package io.github.sre4j.source.scan;

import io.github.sre4j.source.model.AnnotationFacts;
import io.github.sre4j.source.model.Expr;
import io.github.sre4j.source.model.FieldFacts;
import io.github.sre4j.source.model.FileFacts;
import io.github.sre4j.source.model.Lines;
import io.github.sre4j.source.model.MethodFacts;
import io.github.sre4j.source.model.Parameter;
import io.github.sre4j.source.model.Step;
import io.github.sre4j.source.model.TypeFacts;
import io.github.sre4j.source.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declarations of Kotlin files: classes, their properties and functions with annotations and lines, and the calls in function bodies in the
 * order they stand. It does not know loops, lambdas or expressions of Kotlin; what rests on those is not found in Kotlin sources.
 */
final class KotlinReader {

    private static final Set<String> TYPES = Set.of("class", "interface", "object");
    private final KotlinCursor cursor;
    private final List<String> imports = new ArrayList<>();
    private final List<TypeFacts> types = new ArrayList<>();
    private String packageName = "";

    private KotlinReader(KotlinCursor cursor) {
        this.cursor = cursor;
    }

    static FileFacts read(String text) {
        KotlinReader reader = new KotlinReader(new KotlinCursor(KotlinTokens.of(text)));
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
        while (cursor.has(0)) {
            KotlinTokens.Token token = cursor.here();
            String word = token.text();
            if (word.equals("}")) {
                return;
            }
            if (word.equals("@")) {
                first = first == 0 ? token.line() : first;
                cursor.go(1);
                AnnotationFacts annotation = KotlinAnnotations.read(cursor);
                if (annotation != null) {
                    annotations.add(annotation);
                }
                continue;
            }
            if (word.equals("package")) {
                cursor.go(1);
                packageName = cursor.qualified();
            } else if (word.equals("import")) {
                cursor.go(1);
                String name = cursor.qualified();
                imports.add(cursor.is("*") ? name + "*" : name);
            } else if (word.equals("annotation")) {
                annotationClass = true;
                first = first == 0 ? token.line() : first;
                cursor.go(1);
                continue;
            } else if (KotlinTokens.MODIFIERS.contains(word)) {
                first = first == 0 ? token.line() : first;
                cursor.go(1);
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
                cursor.skip();
            } else {
                cursor.go(1);
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
        int line = cursor.here().line();
        cursor.go(1);
        String simple = cursor.has(0) && cursor.here().isWord() ? cursor.take().text() : "Companion";
        String start = prefix.isEmpty() ? packageName.isEmpty() ? "" : packageName + "." : prefix + "$";
        String name = start + simple;
        Open open = new Open();
        if (cursor.is("<")) {
            cursor.angle();
        }
        while (cursor.has(0) && (cursor.here().isWord() || cursor.is("@")) && !cursor.is("{")) {
            if (cursor.is("@")) {
                cursor.go(1);
                KotlinAnnotations.read(cursor);
            } else if (cursor.is("constructor")
                    || KotlinTokens.MODIFIERS.contains(cursor.here().text())) {
                cursor.go(1);
            } else {
                break;
            }
        }
        if (cursor.is("(")) {
            for (Parameter each : parameters()) {
                Lines lines = new Lines(line, line, line);
                open.fields.add(new FieldFacts(each.name(), each.type(), false, lines, each.annotations(), null));
            }
        }
        List<TypeRef> superTypes = new ArrayList<>();
        if (cursor.is(":")) {
            do {
                cursor.go(1);
                superTypes.add(cursor.ref());
                if (cursor.is("(")) {
                    cursor.skip();
                }
            } while (cursor.is(","));
        }
        int last = cursor.at() > 0 ? cursor.token(cursor.at() - 1).line() : line;
        if (cursor.is("{")) {
            cursor.go(1);
            members(name, open);
            last = cursor.has(0) ? cursor.here().line() : last;
            cursor.go(1);
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
        int line = cursor.here().line();
        cursor.go(1);
        if (cursor.is("<")) {
            cursor.angle();
        }
        String name = "";
        while (cursor.has(0) && !cursor.is("(")) {
            if (cursor.is("{") || cursor.is("}") || cursor.is("=")) {
                return null;
            }
            if (cursor.here().isWord()) {
                name = cursor.here().text();
                line = cursor.here().line();
            }
            cursor.go(1);
        }
        List<Parameter> parameters = parameters();
        TypeRef returns = TypeRef.NONE;
        if (cursor.is(":")) {
            cursor.go(1);
            returns = cursor.ref();
        }
        int last = cursor.at() > 0 ? cursor.token(cursor.at() - 1).line() : line;
        boolean body = false;
        List<Step> steps = List.of();
        if (cursor.is("{")) {
            int from = cursor.at();
            cursor.skip();
            steps = KotlinCalls.between(cursor, from, cursor.at());
            last = cursor.token(cursor.at() - 1).line();
            body = true;
        } else if (cursor.is("=")) {
            int from = cursor.at();
            cursor.go(1);
            expressionBody();
            steps = KotlinCalls.between(cursor, from, cursor.at());
            last = cursor.token(cursor.at() - 1).line();
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
        while (cursor.has(0)) {
            KotlinTokens.Token token = cursor.here();
            if (token.text().equals("}")) {
                return;
            }
            if (token.text().equals("{")
                    || token.text().equals("(")
                    || token.text().equals("[")) {
                cursor.skip();
                continue;
            }
            boolean newLine = token.line() > cursor.token(cursor.at() - 1).line();
            if (newLine && (token.text().equals("@") || KotlinTokens.STARTS.contains(token.text()))) {
                return;
            }
            cursor.go(1);
        }
    }

    private @Nullable FieldFacts property(List<AnnotationFacts> annotations, int first) {
        cursor.go(1);
        if (!cursor.has(0) || !cursor.here().isWord()) {
            return null;
        }
        KotlinTokens.Token name = cursor.take();
        TypeRef type = TypeRef.NONE;
        if (cursor.is(":")) {
            cursor.go(1);
            type = cursor.ref();
        }
        Expr initial = null;
        if (cursor.is("=")) {
            cursor.go(1);
            if (cursor.has(0) && cursor.here().isText()) {
                initial = new Expr.Literal(cursor.here().text(), true);
            }
        }
        Lines lines = new Lines(name.line(), Math.min(first, name.line()), name.line());
        return new FieldFacts(name.text(), type, true, lines, annotations, initial);
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (!cursor.is("(")) {
            return parameters;
        }
        int end = cursor.closing(cursor.at());
        cursor.go(1);
        List<AnnotationFacts> annotations = new ArrayList<>();
        while (cursor.at() < end) {
            if (cursor.is("@")) {
                cursor.go(1);
                AnnotationFacts annotation = KotlinAnnotations.read(cursor);
                if (annotation != null) {
                    annotations.add(annotation);
                }
            } else if (cursor.here().isWord()
                    && cursor.at() + 1 < end
                    && cursor.token(cursor.at() + 1).text().equals(":")) {
                String name = cursor.here().text();
                cursor.go(2);
                parameters.add(new Parameter(name, cursor.ref(), annotations));
                annotations = new ArrayList<>();
                while (cursor.at() < end && !cursor.is(",")) {
                    if (cursor.is("(") || cursor.is("{")) {
                        cursor.skip();
                    } else {
                        cursor.go(1);
                    }
                }
            } else {
                cursor.go(1);
            }
        }
        cursor.to(end + 1);
        return parameters;
    }
}
