package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.Expr;
import java.util.ArrayList;
import java.util.List;

/** Turns string literals into expressions: a literal, or its parts joined. */
final class KotlinTemplates {

    private KotlinTemplates() {}

    static Expr text(KotlinToken token) {
        List<Expr> parts = new ArrayList<>();
        for (KotlinToken.Part each : token.parts()) {
            if (each instanceof KotlinToken.Fixed fixed) {
                parts.add(new Expr.Literal(fixed.text(), true));
            } else if (each instanceof KotlinToken.Template template) {
                KotlinCursor cursor = new KotlinCursor(template.tokens());
                parts.add(new KotlinExpressions(cursor, new KotlinTypes(cursor)).argument());
            }
        }
        if (parts.isEmpty()) {
            return new Expr.Literal("", true);
        }
        boolean single = parts.size() == 1 && parts.get(0) instanceof Expr.Literal;
        return single ? parts.get(0) : new Expr.Join(parts);
    }
}
