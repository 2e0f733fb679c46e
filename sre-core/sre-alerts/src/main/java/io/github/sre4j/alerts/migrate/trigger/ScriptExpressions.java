package io.github.sre4j.alerts.migrate.trigger;

import io.github.sre4j.alerts.migrate.trigger.Script.Binary;
import io.github.sre4j.alerts.migrate.trigger.Script.Path;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Expressions of a script, by precedence. Casts and null-safe steps are read over. Not thread-safe. */
final class ScriptExpressions {

    private static final int MAX_DEPTH = 60;
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"),
            Set.of("&&"),
            Set.of("==", "!=", "===", "!=="),
            Set.of("<", "<=", ">", ">="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));
    private static final Set<String> CASTS =
            Set.of("def", "int", "long", "float", "double", "Integer", "Long", "Double");
    /** Methods that leave a value as it is for a comparison. */
    private static final Set<String> TRANSPARENT = Set.of("doubleValue", "longValue", "intValue", "floatValue");

    private final ScriptTokens in;
    private final Map<String, Script> locals;
    private int depth;

    ScriptExpressions(ScriptTokens in, Map<String, Script> locals) {
        this.in = in;
        this.locals = locals;
    }

    Script parse() throws ScriptException {
        if (++depth > MAX_DEPTH) {
            throw in.unexpected();
        }
        Script test = binary(0);
        if (in.accept("?")) {
            Script yes = parse();
            in.expect(":");
            Script no = parse();
            test = new Script.Choice(test, yes, no);
        } else if (in.accept("?:")) {
            // The default of a null-safe chain.
            parse();
        }
        depth--;
        return test;
    }

    private Script binary(int level) throws ScriptException {
        if (level == LEVELS.size()) {
            return unary();
        }
        Script left = binary(level + 1);
        while (LEVELS.get(level).contains(in.peek(0))) {
            String operator = in.next();
            String plain = operator.startsWith("==") ? "==" : operator.startsWith("!=") ? "!=" : operator;
            left = new Binary(plain, left, binary(level + 1));
        }
        return left;
    }

    private Script unary() throws ScriptException {
        if (in.accept("!")) {
            return Script.negate(unary());
        }
        if (in.accept("-")) {
            return new Binary("-", new Script.Num(BigDecimal.ZERO), unary());
        }
        if (in.isNext("(") && CASTS.contains(in.peek(1)) && in.peek(2).equals(")")) {
            in.next();
            in.next();
            in.next();
            return unary();
        }
        return postfix(primary());
    }

    private Script primary() throws ScriptException {
        String token = in.next();
        if (token.equals("(")) {
            Script inner = parse();
            in.expect(")");
            return inner;
        }
        char first = token.charAt(0);
        if (Character.isDigit(first)) {
            return new Script.Num(new BigDecimal(token.replaceAll("[lLdDfF]$", "")));
        }
        if (first == '"' || first == '\'') {
            return new Script.Str(token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
        }
        if (!Character.isJavaIdentifierStart(first)) {
            throw in.unexpected();
        }
        return switch (token) {
            case "true", "false" -> new Script.Truth(token.equals("true"));
            case "null" -> new Script.Null();
            default -> locals.getOrDefault(token, new Path(token));
        };
    }

    private Script postfix(Script start) throws ScriptException {
        Script value = start;
        while (true) {
            if (in.accept(".") || in.accept("?.")) {
                String name = in.next();
                value = in.isNext("(") ? call(value, name) : step(value, "." + name);
            } else if (in.isNext("(") && value instanceof Path) {
                throw in.unexpected();
            } else if (in.accept("[")) {
                Script index = parse();
                in.expect("]");
                value = step(value, index(index));
            } else {
                return value;
            }
        }
    }

    private String index(Script index) throws ScriptException {
        if (index instanceof Script.Num number) {
            return "[" + number.value().toPlainString() + "]";
        } else if (index instanceof Script.Str text) {
            return text.value().matches("[A-Za-z_]\\w*") ? "." + text.value() : "['" + text.value() + "']";
        }
        throw in.unexpected();
    }

    private Script step(Script value, String step) throws ScriptException {
        if (!(value instanceof Path path)) {
            throw in.unexpected();
        }
        // Templates write ctx.results.0, scripts ctx.results[0].
        return new Path(path.path() + (step.matches("\\.\\d+") ? "[" + step.substring(1) + "]" : step));
    }

    private Script call(Script target, String name) throws ScriptException {
        in.expect("(");
        if (name.equals("anyMatch")) {
            return anyMatch(target);
        }
        Script argument = null;
        if (!in.isNext(")")) {
            argument = parse();
        }
        in.expect(")");
        if (argument == null) {
            return switch (name) {
                case "stream" -> target;
                case "size", "length" -> step(target, ".length");
                case "isEmpty" -> new Binary("==", step(target, ".length"), new Script.Num(BigDecimal.ZERO));
                default -> {
                    if (!TRANSPARENT.contains(name)) {
                        throw new ScriptException(name);
                    }
                    yield target;
                }
            };
        }
        if (name.equals("get") && argument instanceof Script.Str) {
            return step(target, index(argument));
        }
        if (name.equals("get") && argument instanceof Script.Num) {
            return step(target, index(argument));
        }
        if (name.equals("containsKey")) {
            return new Script.Truth(true);
        }
        throw new ScriptException(name);
    }

    private Script anyMatch(Script list) throws ScriptException {
        boolean bracketed = in.accept("(");
        String variable = in.next();
        if (bracketed) {
            in.expect(")");
        }
        in.expect("->");
        Map<String, Script> inner = new HashMap<>(locals);
        inner.put(variable, new Path(ScriptTokens.BUCKET));
        Script body;
        if (in.accept("{")) {
            in.expect("return");
            body = new ScriptExpressions(in, inner).parse();
            in.accept(";");
            in.expect("}");
        } else {
            body = new ScriptExpressions(in, inner).parse();
        }
        in.expect(")");
        return new Script.AnyBucket(list, variable, body);
    }
}
