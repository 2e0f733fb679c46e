package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads annotations. Not thread-safe. */
final class KotlinAnnotations {

    private final KotlinCursor cursor;
    private final KotlinTypes types;
    private final KotlinExpressions expressions;

    KotlinAnnotations(KotlinCursor cursor, KotlinTypes types, KotlinExpressions expressions) {
        this.cursor = cursor;
        this.types = types;
        this.expressions = expressions;
    }

    /** Reads the annotation here, or the list of annotations in brackets; the target ({@code get:}, {@code field:}) is dropped. */
    void read(List<AnnotationFacts> to) {
        cursor.take();
        if (cursor.here().isWord() && cursor.ahead(1).is(":")) {
            cursor.take();
            cursor.take();
        }
        if (!cursor.is("[")) {
            to.add(one());
            return;
        }
        int end = cursor.closing(cursor.at());
        cursor.take();
        while (cursor.at() < end) {
            int before = cursor.at();
            cursor.skip(",");
            to.add(one());
            if (cursor.at() == before) {
                cursor.take();
            }
        }
        cursor.to(end + 1);
    }

    AnnotationFacts one() {
        String name = types.name();
        if (cursor.is("<")) {
            types.skipArguments();
        }
        // Arguments follow without a space; "@Volatile (…)" is an annotated expression.
        boolean arguments = cursor.is("(") && !cursor.here().spaced();
        return new AnnotationFacts(name, arguments ? arguments() : Map.of());
    }

    private Map<String, Expr> arguments() {
        Map<String, Expr> values = new HashMap<>();
        List<Expr> unnamed = new ArrayList<>();
        int end = cursor.closing(cursor.at());
        cursor.take();
        while (cursor.at() < end) {
            int before = cursor.at();
            cursor.skip(",");
            if (cursor.here().isWord() && cursor.ahead(1).is("=")) {
                String name = cursor.take().text();
                cursor.take();
                values.put(name, expressions.argument());
            } else if (cursor.at() < end) {
                unnamed.add(expressions.argument());
            }
            if (cursor.at() == before) {
                cursor.take();
            }
        }
        cursor.to(end + 1);
        if (!unnamed.isEmpty()) {
            values.put("value", unnamed.size() == 1 ? unnamed.get(0) : new Expr.Items(unnamed));
        }
        return values;
    }
}
