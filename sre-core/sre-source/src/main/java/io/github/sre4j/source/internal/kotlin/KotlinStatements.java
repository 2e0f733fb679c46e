package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements of functions and lambdas. Not thread-safe. */
final class KotlinStatements {

    private final KotlinCursor cursor;
    private final KotlinTypes types;
    private final KotlinExpressions expressions;

    KotlinStatements(KotlinCursor cursor, KotlinTypes types, KotlinExpressions expressions) {
        this.cursor = cursor;
        this.types = types;
        this.expressions = expressions;
    }

    /** Reads the block here, braces included. */
    List<Step> block() {
        int end = cursor.closing(cursor.at());
        cursor.take();
        List<Step> steps = until(end);
        cursor.to(end + 1);
        return steps;
    }

    /** Reads statements up to a token. */
    List<Step> until(int end) {
        List<Step> steps = new ArrayList<>();
        while (cursor.at() < end) {
            int before = cursor.at();
            statement(steps);
            if (cursor.at() == before) {
                cursor.take();
            }
        }
        return steps;
    }

    /** The last expression as the result. */
    static List<Step> withResult(List<Step> body) {
        if (body.isEmpty() || !(body.get(body.size() - 1) instanceof Step.Eval last)) {
            return body;
        }
        List<Step> steps = new ArrayList<>(body.subList(0, body.size() - 1));
        steps.add(new Step.Result(last.value()));
        return steps;
    }

    private void statement(List<Step> to) {
        KotlinToken token = cursor.here();
        while (token.is(";") || isModifier(token)) {
            cursor.take();
            token = cursor.here();
        }
        if (token.isWord() && cursor.ahead(1).is("@") && !cursor.ahead(1).spaced() && !isJump(token)) {
            // A label.
            cursor.take();
            cursor.take();
            token = cursor.here();
        }
        if (token.is("@")) {
            cursor.take();
            types.name();
            if (cursor.is("(") && !cursor.here().spaced()) {
                cursor.skipBrackets();
            }
            return;
        }
        switch (token.kind() == KotlinToken.Kind.WORD ? token.text() : "") {
            case "val", "var" -> local(to);
            case "for" -> loopOver(to);
            case "while" -> {
                cursor.take();
                List<Step> body = new ArrayList<>();
                condition().forEach(each -> body.add(new Step.Eval(each)));
                branch(body);
                to.add(new Step.Loop(token.line(), null, null, body));
            }
            case "do" -> {
                cursor.take();
                List<Step> body = new ArrayList<>();
                branch(body);
                if (cursor.skip("while")) {
                    condition().forEach(each -> body.add(new Step.Eval(each)));
                }
                to.add(new Step.Loop(token.line(), null, null, body));
            }
            case "return", "throw" -> {
                cursor.take();
                if (cursor.is("@") && !cursor.here().spaced()) {
                    cursor.take();
                    cursor.take();
                }
                boolean value = !cursor.startsLine() && !cursor.is("}") && !cursor.is(";");
                to.add(new Step.Result(value ? expressions.expression() : KotlinExpressions.NOTHING));
            }
            case "class", "interface" -> skipDeclaration();
            case "if", "when", "try" -> {
                int start = cursor.at();
                List<Step> steps = asStatement(token.text());
                if (continuesAsValue()) {
                    // "if (…) a else b" as the receiver of a call.
                    cursor.to(start);
                    eval(expressions.expression(), to);
                } else {
                    to.addAll(steps);
                }
            }
            default -> expression(to);
        }
    }

    private boolean continuesAsValue() {
        return cursor.is(".") || cursor.is("?.") || cursor.is("?:");
    }

    private static boolean isJump(KotlinToken token) {
        return List.of("return", "break", "continue", "this", "super").contains(token.text());
    }

    private boolean isModifier(KotlinToken token) {
        return token.kind() == KotlinToken.Kind.WORD
                && KotlinWords.MODIFIERS.contains(token.text())
                && cursor.ahead(1).kind() == KotlinToken.Kind.WORD
                && (KotlinWords.DECLARATIONS.contains(cursor.ahead(1).text())
                        || KotlinWords.MODIFIERS.contains(cursor.ahead(1).text()));
    }

    private void expression(List<Step> to) {
        Expr value = expressions.expression();
        KotlinToken token = cursor.here();
        boolean compound = token.is("+=") || token.is("-=") || token.is("*=") || token.is("/=") || token.is("%=");
        if ((token.is("=") || compound) && !cursor.startsLine()) {
            cursor.take();
            Expr right = expressions.expression();
            eval(new Expr.Assign(value, compound ? new Expr.Join(List.of(value, right)) : right), to);
        } else {
            eval(value, to);
        }
    }

    private static void eval(Expr value, List<Step> to) {
        boolean empty = value instanceof Expr.Other other && other.parts().isEmpty();
        if (!empty) {
            to.add(new Step.Eval(value));
        }
    }

    private void local(List<Step> to) {
        cursor.take();
        List<String> names = new ArrayList<>();
        TypeRef type = TypeRef.NONE;
        if (cursor.is("(")) {
            int end = cursor.closing(cursor.at());
            while (cursor.at() < end) {
                cursor.take();
                if (cursor.here().isWord()) {
                    names.add(cursor.here().text());
                    cursor.take();
                    if (cursor.skip(":")) {
                        types.type();
                    }
                    cursor.to(cursor.at() - (cursor.is(",") || cursor.is(")") ? 0 : 1));
                }
            }
            cursor.to(end + 1);
        } else if (cursor.here().isWord()) {
            names.add(cursor.take().text());
            type = cursor.skip(":") ? types.type() : TypeRef.NONE;
        }
        Expr value = null;
        if (cursor.skip("=") || cursor.skip("by")) {
            value = expressions.expression();
        }
        for (int i = 0; i < names.size(); i++) {
            Parameter variable = new Parameter(names.get(i), type, List.of());
            // Of several names only the first keeps the value: it is evaluated once.
            to.add(new Step.Local(variable, i == 0 && names.size() == 1 ? value : null));
        }
        if (names.size() > 1 && value != null) {
            to.add(new Step.Eval(value));
        }
    }

    private void loopOver(List<Step> to) {
        int line = cursor.take().line();
        int end = cursor.closing(cursor.at());
        cursor.take();
        Parameter variable = null;
        if (cursor.is("(")) {
            cursor.skipBrackets();
        } else if (cursor.here().isWord()) {
            String name = cursor.take().text();
            variable = new Parameter(name, cursor.skip(":") ? types.type() : TypeRef.NONE, List.of());
        }
        Expr over = cursor.skip("in") ? expressions.argument() : KotlinExpressions.NOTHING;
        cursor.to(end + 1);
        List<Step> body = new ArrayList<>();
        branch(body);
        to.add(new Step.Loop(line, variable, over, body));
    }

    private List<Expr> condition() {
        return cursor.is("(") ? expressions.bracketed() : List.of();
    }

    /** Reads a block or a single statement. */
    private void branch(List<Step> to) {
        if (cursor.is("{")) {
            to.addAll(block());
        } else if (!cursor.is(";")) {
            statement(to);
        }
    }

    /** Reads {@code if}, {@code when} or {@code try} as a statement. */
    private List<Step> asStatement(String keyword) {
        List<Step> steps = new ArrayList<>();
        cursor.take();
        switch (keyword) {
            case "if" -> {
                List<Expr> conditions = condition();
                List<List<Step>> arms = new ArrayList<>();
                arms.add(arm());
                int before = cursor.at();
                cursor.skip(";");
                if (cursor.skip("else")) {
                    arms.add(arm());
                } else {
                    cursor.to(before);
                }
                steps.add(new Step.Branch(conditions, arms));
            }
            case "when" -> steps.add(choice());
            default -> attempt(steps);
        }
        return steps;
    }

    /** Reads {@code if}, {@code when} or {@code try} as a value: the last expression of each arm is a result. */
    List<Step> asValue(String keyword) {
        return asStatement(keyword).stream().map(KotlinStatements::valued).toList();
    }

    private static Step valued(Step step) {
        if (step instanceof Step.Branch branch) {
            return new Step.Branch(
                    branch.conditions(),
                    branch.arms().stream().map(KotlinStatements::withResult).toList());
        }
        return step;
    }

    private List<Step> arm() {
        List<Step> arm = new ArrayList<>();
        branch(arm);
        return arm;
    }

    private Step choice() {
        List<Expr> conditions = new ArrayList<>();
        if (cursor.is("(")) {
            if (cursor.ahead(1).is("val") && cursor.ahead(3).is("=")) {
                int end = cursor.closing(cursor.at());
                cursor.to(cursor.at() + 4);
                conditions.add(expressions.argument());
                cursor.to(end + 1);
            } else {
                conditions.addAll(condition());
            }
        }
        List<List<Step>> arms = new ArrayList<>();
        if (cursor.is("{")) {
            int end = cursor.closing(cursor.at());
            cursor.take();
            while (cursor.at() < end) {
                int before = cursor.at();
                conditionsOfArm(end, conditions);
                if (cursor.skip("->")) {
                    arms.add(arm());
                }
                cursor.skip(";");
                if (cursor.at() == before) {
                    cursor.take();
                }
            }
            cursor.to(end + 1);
        }
        return new Step.Branch(conditions, arms);
    }

    private void conditionsOfArm(int end, List<Expr> conditions) {
        while (cursor.at() < end && !cursor.is("->")) {
            int before = cursor.at();
            if (cursor.is("is") || (cursor.is("!") && cursor.ahead(1).is("is"))) {
                cursor.skip("!");
                cursor.take();
                types.type();
            } else if (!cursor.skip(",") && !cursor.skip("in") && !cursor.skip("else")) {
                conditions.add(expressions.argument());
            }
            if (cursor.at() == before) {
                cursor.take();
            }
        }
    }

    private void attempt(List<Step> to) {
        if (cursor.is("{")) {
            to.addAll(block());
        }
        List<List<Step>> caught = new ArrayList<>();
        while (cursor.is("catch") && cursor.ahead(1).is("(")) {
            cursor.take();
            cursor.skipBrackets();
            caught.add(cursor.is("{") ? block() : List.of());
        }
        if (!caught.isEmpty()) {
            to.add(new Step.Branch(List.of(), caught));
        }
        if (cursor.skip("finally") && cursor.is("{")) {
            to.addAll(block());
        }
    }

    /** Reads a function without a place of its own: local, anonymous, or of an anonymous object. */
    Expr.Function function() {
        int line = cursor.take().line();
        if (cursor.is("<")) {
            types.skipArguments();
        }
        while (!cursor.isAtEnd() && !cursor.is("(") && !cursor.is("{") && !cursor.is("}")) {
            cursor.take();
        }
        List<Parameter> parameters = new ArrayList<>();
        if (cursor.is("(")) {
            int end = cursor.closing(cursor.at());
            for (int i = cursor.at() + 1; i < end; i++) {
                if (cursor.token(i).isWord() && cursor.token(i + 1).is(":")) {
                    parameters.add(new Parameter(cursor.token(i).text(), TypeRef.NONE, List.of()));
                }
            }
            cursor.to(end + 1);
        }
        if (cursor.skip(":")) {
            types.type();
        }
        List<Step> body = body();
        return new Expr.Function(line, cursor.lineBefore(), parameters, body);
    }

    /** Reads the body of a function: a block, or an expression behind an equals sign. */
    List<Step> body() {
        if (cursor.is("{")) {
            return block();
        }
        return cursor.skip("=") ? List.of(new Step.Result(expressions.expression())) : List.of();
    }

    /** Reads the functions of an anonymous object; its other members are skipped. */
    List<Expr> functionsInBraces() {
        int end = cursor.closing(cursor.at());
        cursor.take();
        List<Expr> functions = new ArrayList<>();
        while (cursor.at() < end) {
            if (cursor.is("fun")) {
                functions.add(function());
            } else if (cursor.is("{") || cursor.is("(")) {
                cursor.skipBrackets();
            } else {
                cursor.take();
            }
        }
        cursor.to(end + 1);
        return functions;
    }

    private void skipDeclaration() {
        while (!cursor.isAtEnd() && !cursor.is("{") && !cursor.is("}") && !cursor.is(";")) {
            cursor.take();
            if (cursor.startsLine() && !cursor.is("{") && !cursor.is(":") && !cursor.is(",")) {
                return;
            }
            if (cursor.is("(")) {
                cursor.skipBrackets();
            }
        }
        if (cursor.is("{")) {
            cursor.skipBrackets();
        }
    }
}
