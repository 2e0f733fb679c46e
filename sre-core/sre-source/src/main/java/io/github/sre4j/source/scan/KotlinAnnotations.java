package io.github.sre4j.source.scan;

import io.github.sre4j.source.model.AnnotationFacts;
import io.github.sre4j.source.model.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an annotation of a Kotlin file with its arguments: texts, names, and arrays of them. */
final class KotlinAnnotations {

    private final KotlinCursor cursor;

    private KotlinAnnotations(KotlinCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads what follows an {@code @}; null if that is no annotation. */
    static @Nullable AnnotationFacts read(KotlinCursor cursor) {
        return new KotlinAnnotations(cursor).annotation();
    }

    private @Nullable AnnotationFacts annotation() {
        if (cursor.has(1)
                && cursor.here().isWord()
                && cursor.token(cursor.at() + 1).text().equals(":")) {
            cursor.go(2);
        }
        if (!cursor.has(0) || !cursor.here().isWord()) {
            return null;
        }
        int end = cursor.at();
        String name = cursor.qualified();
        // An annotation's arguments follow on its own line.
        Map<String, Expr> values = new HashMap<>();
        if (cursor.is("(")
                && cursor.here().line()
                        == cursor.token(Math.max(end, cursor.at() - 1)).line()) {
            arguments(values);
        }
        return new AnnotationFacts(name, values);
    }

    private void arguments(Map<String, Expr> values) {
        int end = cursor.closing(cursor.at());
        cursor.go(1);
        List<Expr> unnamed = new ArrayList<>();
        while (cursor.at() < end) {
            if (cursor.is(",")) {
                cursor.go(1);
            } else if (cursor.here().isWord()
                    && cursor.at() + 1 < end
                    && cursor.token(cursor.at() + 1).text().equals("=")) {
                String name = cursor.here().text();
                cursor.go(2);
                values.put(name, value(end));
            } else {
                unnamed.add(value(end));
            }
        }
        if (!unnamed.isEmpty()) {
            values.put("value", unnamed.size() == 1 ? unnamed.get(0) : new Expr.Items(unnamed));
        }
        cursor.to(end + 1);
    }

    private Expr value(int end) {
        if (cursor.is("[")
                || (cursor.at() + 1 < end
                        && cursor.here().text().equals("arrayOf")
                        && cursor.token(cursor.at() + 1).text().equals("("))) {
            cursor.go(cursor.is("[") ? 0 : 1);
            int close = cursor.closing(cursor.at());
            cursor.go(1);
            List<Expr> items = new ArrayList<>();
            while (cursor.at() < close) {
                if (cursor.is(",")) {
                    cursor.go(1);
                } else {
                    items.add(value(close));
                }
            }
            cursor.to(close + 1);
            return new Expr.Items(items);
        }
        List<Expr> parts = new ArrayList<>();
        while (cursor.at() < end && !cursor.is(",")) {
            KotlinTokens.Token token = cursor.here();
            if (token.isText()) {
                parts.add(new Expr.Literal(token.text(), true));
                cursor.go(1);
            } else if (token.isWord()) {
                parts.add(name());
            } else if (token.text().equals("(")) {
                cursor.skip();
            } else {
                cursor.go(1);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Expr.Join(parts);
    }

    private Expr name() {
        Expr name = new Expr.Name(cursor.take().text());
        while (cursor.is(".") && cursor.has(1) && cursor.token(cursor.at() + 1).isWord()) {
            name = new Expr.Select(name, cursor.token(cursor.at() + 1).text());
            cursor.go(2);
        }
        return name;
    }
}
