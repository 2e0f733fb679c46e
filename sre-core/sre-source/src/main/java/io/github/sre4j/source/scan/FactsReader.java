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
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FactsWriter} wrote. Bytes that make no sense end in an {@link IOException}, never in a wrong answer that looks whole. */
final class FactsReader {

    private static final int DEEPEST = 2_000;

    private final ByteBuffer in;
    private final List<String> known = new ArrayList<>();
    private int depth;

    FactsReader(ByteBuffer in) {
        this.in = in;
    }

    FileFacts file() throws IOException {
        return guarded(() -> new FileFacts(text(), list(this::text), list(this::type)));
    }

    /** Turns whatever broken bytes cause into one kind of error. */
    <T> T guarded(Reader<T> reader) throws IOException {
        try {
            return reader.read();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("damaged", e);
        }
    }

    private TypeFacts type() throws IOException {
        String name = text();
        TypeFacts.Kind kind = TypeFacts.Kind.valueOf(text());
        boolean isAbstract = flag();
        Lines lines = lines();
        return new TypeFacts(
                name,
                kind,
                isAbstract,
                lines,
                list(this::text),
                list(this::annotation),
                list(this::ref),
                list(this::field),
                list(this::method));
    }

    private FieldFacts field() throws IOException {
        return new FieldFacts(text(), ref(), flag(), lines(), list(this::annotation), optional());
    }

    private MethodFacts method() throws IOException {
        return new MethodFacts(
                text(),
                flag(),
                flag(),
                lines(),
                list(this::annotation),
                ref(),
                list(this::parameter),
                list(this::step));
    }

    private Parameter parameter() throws IOException {
        return new Parameter(text(), ref(), list(this::annotation));
    }

    private AnnotationFacts annotation() throws IOException {
        String name = text();
        int size = number();
        Map<String, Expr> values = new HashMap<>();
        for (int i = 0; i < size; i++) {
            values.put(text(), expr());
        }
        return new AnnotationFacts(name, values);
    }

    private TypeRef ref() throws IOException {
        String name = text();
        List<TypeRef> arguments = list(this::ref);
        return name.isEmpty() && arguments.isEmpty() ? TypeRef.NONE : new TypeRef(name, arguments);
    }

    private Step step() throws IOException {
        return switch (in.get()) {
            case 0 -> new Step.Local(parameter(), optional());
            case 1 -> new Step.Eval(expr());
            case 2 -> new Step.Result(expr());
            case 3 -> new Step.Loop(number(), flag() ? parameter() : null, optional(), list(this::step));
            case 4 -> new Step.Branch(list(this::expr), list(() -> list(this::step)));
            default -> throw new IOException("no such statement");
        };
    }

    private Expr expr() throws IOException {
        if (++depth > DEEPEST) {
            throw new IOException("nested too deep");
        }
        Expr read = switch (in.get()) {
            case 0 -> new Expr.Literal(text(), flag());
            case 1 -> new Expr.Name(text());
            case 2 -> new Expr.Select(expr(), text());
            case 3 -> new Expr.Call(number(), optional(), text(), list(this::expr));
            case 4 -> new Expr.Create(number(), ref(), list(this::expr));
            case 5 -> new Expr.Join(list(this::expr));
            case 6 -> new Expr.Items(list(this::expr));
            case 7 -> new Expr.ClassOf(ref());
            case 8 -> new Expr.Nested(annotation());
            case 9 -> function();
            case 10 -> new Expr.Reference(number(), expr(), text());
            case 11 -> new Expr.Assign(expr(), expr());
            case 12 -> new Expr.Cast(ref(), expr());
            case 13 -> new Expr.Other(list(this::expr));
            default -> throw new IOException("no such expression");
        };
        depth--;
        return read;
    }

    private Expr function() throws IOException {
        int line = number();
        return new Expr.Function(line, line + number(), list(this::parameter), list(this::step));
    }

    private @Nullable Expr optional() throws IOException {
        return flag() ? expr() : null;
    }

    private Lines lines() throws IOException {
        int first = number();
        return new Lines(first + number(), first, first + number());
    }

    private boolean flag() throws IOException {
        byte value = in.get();
        if (value != 0 && value != 1) {
            throw new IOException("neither true nor false");
        }
        return value == 1;
    }

    int number() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number without end");
    }

    String text() throws IOException {
        int number = number();
        if (number > 0) {
            return known.get(number - 1);
        }
        int size = number();
        if (size < 0 || size > in.remaining()) {
            throw new IOException("a text without end");
        }
        String value = new String(in.array(), in.arrayOffset() + in.position(), size, StandardCharsets.UTF_8);
        in.position(in.position() + size);
        known.add(value);
        return value;
    }

    private <T> List<T> list(Reader<T> reader) throws IOException {
        int size = number();
        if (size < 0 || size > in.remaining()) {
            throw new IOException("a list without end");
        }
        if (size == 0) {
            return List.of();
        }
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(reader.read());
        }
        return items;
    }

    /** Reads one thing. */
    interface Reader<T> {
        T read() throws IOException;
    }
}
