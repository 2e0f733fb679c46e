package io.github.sre4j.source.scan;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.FileFacts;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.model.TypeRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes facts in the compact form of the cache: small numbers, and every text once. The counterpart of {@link FactsReader}. */
final class FactsWriter {

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private final Map<String, Integer> known = new HashMap<>();

    /** What was written. */
    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }

    void file(FileFacts file) {
        text(file.packageName());
        list(file.imports(), this::text);
        list(file.types(), this::type);
    }

    private void type(TypeFacts type) {
        text(type.name());
        text(type.kind().name());
        flag(type.isAbstract());
        lines(type.lines());
        list(type.typeParameters(), this::text);
        list(type.annotations(), this::annotation);
        list(type.superTypes(), this::ref);
        list(type.fields(), this::field);
        list(type.methods(), this::method);
    }

    private void field(FieldFacts field) {
        text(field.name());
        ref(field.type());
        flag(field.isStatic());
        lines(field.lines());
        list(field.annotations(), this::annotation);
        optional(field.initial());
    }

    private void method(MethodFacts method) {
        text(method.name());
        flag(method.isStatic());
        flag(method.hasBody());
        lines(method.lines());
        list(method.annotations(), this::annotation);
        ref(method.returns());
        list(method.parameters(), this::parameter);
        list(method.body(), this::step);
    }

    private void parameter(Parameter parameter) {
        text(parameter.name());
        ref(parameter.type());
        list(parameter.annotations(), this::annotation);
    }

    private void annotation(AnnotationFacts annotation) {
        text(annotation.name());
        number(annotation.values().size());
        for (Map.Entry<String, Expr> each : annotation.values().entrySet()) {
            text(each.getKey());
            expr(each.getValue());
        }
    }

    private void ref(TypeRef type) {
        text(type.name());
        list(type.arguments(), this::ref);
    }

    private void step(Step step) {
        if (step instanceof Step.Local local) {
            one(0);
            parameter(local.variable());
            optional(local.value());
        } else if (step instanceof Step.Eval eval) {
            one(1);
            expr(eval.value());
        } else if (step instanceof Step.Result result) {
            one(2);
            expr(result.value());
        } else if (step instanceof Step.Loop loop) {
            one(3);
            number(loop.line());
            flag(loop.variable() != null);
            if (loop.variable() != null) {
                parameter(loop.variable());
            }
            optional(loop.over());
            list(loop.body(), this::step);
        } else if (step instanceof Step.Branch branch) {
            one(4);
            list(branch.conditions(), this::expr);
            list(branch.arms(), arm -> list(arm, this::step));
        }
    }

    private void expr(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            one(0);
            text(literal.value());
            flag(literal.isText());
        } else if (expr instanceof Expr.Name name) {
            one(1);
            text(name.name());
        } else if (expr instanceof Expr.Select select) {
            one(2);
            expr(select.of());
            text(select.name());
        } else if (expr instanceof Expr.Call call) {
            one(3);
            number(call.line());
            optional(call.receiver());
            text(call.name());
            list(call.arguments(), this::expr);
        } else if (expr instanceof Expr.Create create) {
            one(4);
            number(create.line());
            ref(create.type());
            list(create.arguments(), this::expr);
        } else {
            more(expr);
        }
    }

    private void more(Expr expr) {
        if (expr instanceof Expr.Join join) {
            one(5);
            list(join.parts(), this::expr);
        } else if (expr instanceof Expr.Items items) {
            one(6);
            list(items.items(), this::expr);
        } else if (expr instanceof Expr.ClassOf classOf) {
            one(7);
            ref(classOf.type());
        } else if (expr instanceof Expr.Nested nested) {
            one(8);
            annotation(nested.annotation());
        } else if (expr instanceof Expr.Function function) {
            one(9);
            number(function.line());
            number(Math.max(0, function.lastLine() - function.line()));
            list(function.parameters(), this::parameter);
            list(function.body(), this::step);
        } else if (expr instanceof Expr.Reference reference) {
            one(10);
            number(reference.line());
            expr(reference.of());
            text(reference.name());
        } else if (expr instanceof Expr.Assign assign) {
            one(11);
            expr(assign.target());
            expr(assign.value());
        } else if (expr instanceof Expr.Cast cast) {
            one(12);
            ref(cast.type());
            expr(cast.value());
        } else if (expr instanceof Expr.Other other) {
            one(13);
            list(other.parts(), this::expr);
        }
    }

    private void optional(@Nullable Expr expr) {
        flag(expr != null);
        if (expr != null) {
            expr(expr);
        }
    }

    private void lines(Lines lines) {
        number(lines.first());
        number(lines.at() - lines.first());
        number(lines.last() - lines.first());
    }

    private void flag(boolean value) {
        one(value ? 1 : 0);
    }

    /** Seven bits a byte, lowest first. */
    void number(int value) {
        int rest = value;
        while (rest > 0x7f) {
            one((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        one(rest);
    }

    /** 0 and the text the first time, its number later. */
    void text(String value) {
        Integer number = known.get(value);
        if (number != null) {
            number(number);
            return;
        }
        known.put(value, known.size() + 1);
        number(0);
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        number(text.length);
        raw(text);
    }

    /** Bytes as they are. */
    void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** Eight bytes, the highest first. */
    void fixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            one((int) (value >>> shift));
        }
    }

    void one(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private <T> void list(List<T> items, Writer<T> writer) {
        number(items.size());
        for (T each : items) {
            writer.write(each);
        }
    }

    /** Writes one thing. */
    private interface Writer<T> {
        void write(T item);
    }
}
