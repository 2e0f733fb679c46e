package io.github.sre4j.alerts.migrate.trigger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements of a script, reduced to one boolean expression: locals are inlined, branches become choices, loops over buckets that return true become {@link
 * Script.AnyBucket}. Not thread-safe.
 */
final class ScriptParser {

    private static final Set<String> TYPES = Set.of(
            "def", "int", "long", "float", "double", "boolean", "String", "var", "List", "Map", "Number", "Integer",
            "Long", "Double", "Boolean", "final");

    private final ScriptTokens in;
    private final Map<String, Script> locals = new HashMap<>();

    private ScriptParser(List<String> tokens) {
        this.in = new ScriptTokens(tokens);
    }

    static Script parse(String source) throws ScriptException {
        ScriptParser parser = new ScriptParser(ScriptLexer.tokens(source));
        Script value = parser.statements();
        if (value == null || !parser.in.isAtEnd()) {
            throw parser.in.unexpected();
        }
        return value;
    }

    /** Returns the value that the statements return, or null if they end without one. */
    private @Nullable Script statements() throws ScriptException {
        while (!in.isAtEnd() && !in.isNext("}")) {
            if (in.accept(";")) {
                continue;
            }
            if (in.accept("return")) {
                Script value = expression();
                in.accept(";");
                skipDeadCode();
                return value;
            }
            if (in.isNext("if")) {
                return branch();
            }
            if (in.isNext("for")) {
                return loop();
            }
            if (isDeclaration()) {
                declare();
                continue;
            }
            Script value = expression();
            in.accept(";");
            if (in.isAtEnd() || in.isNext("}")) {
                return value;
            }
            throw in.unexpected();
        }
        return null;
    }

    /** A statement after a return never runs; painless refuses most, so only blanks are expected. */
    private void skipDeadCode() {
        while (in.accept(";")) {
            // Nothing follows.
        }
    }

    private Script branch() throws ScriptException {
        in.expect("if");
        in.expect("(");
        Script test = expression();
        in.expect(")");
        Script yes = body();
        Script no;
        if (in.accept("else")) {
            no = in.isNext("if") ? branch() : body();
            while (in.accept(";")) {
                // Nothing follows.
            }
        } else {
            no = statements();
        }
        if (yes == null) {
            throw in.unexpected();
        }
        return new Script.Choice(test, yes, no == null ? new Script.Truth(false) : no);
    }

    private @Nullable Script body() throws ScriptException {
        Map<String, Script> outside = new HashMap<>(locals);
        Script value;
        if (in.accept("{")) {
            value = statements();
            in.expect("}");
        } else {
            in.accept("return");
            value = expression();
            in.accept(";");
        }
        locals.clear();
        locals.putAll(outside);
        return value;
    }

    private Script loop() throws ScriptException {
        in.expect("for");
        in.expect("(");
        String first = in.next();
        String variable = in.isNext(":") || in.isNext("in") ? first : in.next();
        if (!in.accept(":")) {
            in.expect("in");
        }
        Script list = expression();
        in.expect(")");
        locals.put(variable, new Script.Path(ScriptTokens.BUCKET));
        Script body = body();
        locals.remove(variable);
        if (body == null) {
            throw in.unexpected();
        }
        Script rest = statements();
        Script any = new Script.AnyBucket(list, variable, body);
        return rest == null ? any : new Script.Binary("||", any, rest);
    }

    private boolean isDeclaration() {
        return TYPES.contains(in.peek(0))
                && in.peek(1).matches("[A-Za-z_]\\w*")
                && (in.peek(2).equals("=")
                        || TYPES.contains(in.peek(1))
                        || in.peek(2).equals(";"));
    }

    private void declare() throws ScriptException {
        while (TYPES.contains(in.peek(0))) {
            in.next();
        }
        String name = in.next();
        in.expect("=");
        locals.put(name, expression());
        in.accept(";");
    }

    private Script expression() throws ScriptException {
        return new ScriptExpressions(in, locals).parse();
    }
}
