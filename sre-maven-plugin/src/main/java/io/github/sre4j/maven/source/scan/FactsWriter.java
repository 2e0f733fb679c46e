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
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes facts in the compact form of the cache: small numbers, and every text once. The counterpart of {@link FactsReader}. */
final class FactsWriter {

    private final DataOutputStream out;
    private final Map<String, Integer> known = new HashMap<>();

    FactsWriter(DataOutputStream out) {
        this.out = out;
    }

    void file(FileFacts file) throws IOException {
        text(file.packageName());
        list(file.imports(), this::text);
        list(file.types(), this::type);
    }

    private void type(TypeFacts type) throws IOException {
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

    private void field(FieldFacts field) throws IOException {
        text(field.name());
        ref(field.type());
        flag(field.isStatic());
        lines(field.lines());
        list(field.annotations(), this::annotation);
        optional(field.initial());
    }

    private void method(MethodFacts method) throws IOException {
        text(method.name());
        flag(method.isStatic());
        flag(method.hasBody());
        lines(method.lines());
        list(method.annotations(), this::annotation);
        ref(method.returns());
        list(method.parameters(), this::parameter);
        list(method.body(), this::step);
    }

    private void parameter(Parameter parameter) throws IOException {
        text(parameter.name());
        ref(parameter.type());
        list(parameter.annotations(), this::annotation);
    }

    private void annotation(AnnotationFacts annotation) throws IOException {
        text(annotation.name());
        number(annotation.values().size());
        for (Map.Entry<String, Expr> each : annotation.values().entrySet()) {
            text(each.getKey());
            expr(each.getValue());
        }
    }

    private void ref(TypeRef type) throws IOException {
        text(type.name());
        list(type.arguments(), this::ref);
    }

    private void step(Step step) throws IOException {
        if (step instanceof Step.Local local) {
            out.writeByte(0);
            parameter(local.variable());
            optional(local.value());
        } else if (step instanceof Step.Eval eval) {
            out.writeByte(1);
            expr(eval.value());
        } else if (step instanceof Step.Result result) {
            out.writeByte(2);
            expr(result.value());
        } else if (step instanceof Step.Loop loop) {
            out.writeByte(3);
            number(loop.line());
            flag(loop.variable() != null);
            if (loop.variable() != null) {
                parameter(loop.variable());
            }
            optional(loop.over());
            list(loop.body(), this::step);
        } else if (step instanceof Step.Branch branch) {
            out.writeByte(4);
            list(branch.conditions(), this::expr);
            list(branch.arms(), arm -> list(arm, this::step));
        }
    }

    private void expr(Expr expr) throws IOException {
        if (expr instanceof Expr.Literal literal) {
            out.writeByte(0);
            text(literal.value());
            flag(literal.isText());
        } else if (expr instanceof Expr.Name name) {
            out.writeByte(1);
            text(name.name());
        } else if (expr instanceof Expr.Select select) {
            out.writeByte(2);
            expr(select.of());
            text(select.name());
        } else if (expr instanceof Expr.Call call) {
            out.writeByte(3);
            number(call.line());
            optional(call.receiver());
            text(call.name());
            list(call.arguments(), this::expr);
        } else if (expr instanceof Expr.Create create) {
            out.writeByte(4);
            number(create.line());
            ref(create.type());
            list(create.arguments(), this::expr);
        } else {
            more(expr);
        }
    }

    private void more(Expr expr) throws IOException {
        if (expr instanceof Expr.Join join) {
            out.writeByte(5);
            list(join.parts(), this::expr);
        } else if (expr instanceof Expr.Items items) {
            out.writeByte(6);
            list(items.items(), this::expr);
        } else if (expr instanceof Expr.ClassOf classOf) {
            out.writeByte(7);
            ref(classOf.type());
        } else if (expr instanceof Expr.Nested nested) {
            out.writeByte(8);
            annotation(nested.annotation());
        } else if (expr instanceof Expr.Function function) {
            out.writeByte(9);
            number(function.line());
            list(function.parameters(), this::parameter);
            list(function.body(), this::step);
        } else if (expr instanceof Expr.Reference reference) {
            out.writeByte(10);
            number(reference.line());
            expr(reference.of());
            text(reference.name());
        } else if (expr instanceof Expr.Assign assign) {
            out.writeByte(11);
            expr(assign.target());
            expr(assign.value());
        } else if (expr instanceof Expr.Cast cast) {
            out.writeByte(12);
            ref(cast.type());
            expr(cast.value());
        } else if (expr instanceof Expr.Other other) {
            out.writeByte(13);
            list(other.parts(), this::expr);
        }
    }

    private void optional(@Nullable Expr expr) throws IOException {
        flag(expr != null);
        if (expr != null) {
            expr(expr);
        }
    }

    private void lines(Lines lines) throws IOException {
        number(lines.first());
        number(lines.at() - lines.first());
        number(lines.last() - lines.first());
    }

    private void flag(boolean value) throws IOException {
        out.writeBoolean(value);
    }

    /** Seven bits a byte, lowest first. */
    void number(int value) throws IOException {
        int rest = value;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /** 0 and the text the first time, its number later. */
    void text(String value) throws IOException {
        Integer number = known.get(value);
        if (number != null) {
            number(number);
            return;
        }
        known.put(value, known.size() + 1);
        number(0);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.write(bytes);
    }

    private <T> void list(List<T> items, Writer<T> writer) throws IOException {
        number(items.size());
        for (T each : items) {
            writer.write(each);
        }
    }

    /** Writes one thing. */
    private interface Writer<T> {
        void write(T item) throws IOException;
    }
}
