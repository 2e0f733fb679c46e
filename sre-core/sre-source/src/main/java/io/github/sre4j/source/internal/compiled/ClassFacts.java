package io.github.sre4j.source.internal.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what of a class file matters. */
final class ClassFacts extends ClassVisitor {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<Integer, String> methods = new HashMap<>();

    ClassFacts() {
        super(Opcodes.ASM9);
    }

    CompiledClass done() {
        return new CompiledClass(constants, texts, methods);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (value instanceof String text) {
            constants.put(name, text);
        }
        return null;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new Attributes("", 0, descriptor);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
        Matcher lambda = LAMBDA.matcher(name);
        String shown = lambda.matches() ? lambda.group(1) : name;
        int parameters = Type.getArgumentCount(descriptor);
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return new Attributes(name, parameters, annotation);
            }

            @Override
            public void visitLineNumber(int line, Label start) {
                methods.putIfAbsent(line, shown);
            }
        };
    }

    /** Collects the texts of an annotation. */
    private final class Attributes extends AnnotationVisitor {

        private final String method;
        private final int parameters;
        private final String annotation;

        Attributes(String method, int parameters, String descriptor) {
            super(Opcodes.ASM9);
            this.method = method;
            this.parameters = parameters;
            String name = Type.getType(descriptor).getClassName();
            this.annotation = name.substring(name.lastIndexOf('.') + 1);
        }

        @Override
        public void visit(@Nullable String name, Object value) {
            add(name == null ? "value" : name, value);
        }

        private void add(String name, Object value) {
            if (value instanceof String text) {
                texts.computeIfAbsent(
                                CompiledClass.key(method, parameters, annotation, name), none -> new ArrayList<>())
                        .add(text);
            }
        }

        @Override
        public AnnotationVisitor visitArray(@Nullable String name) {
            String attribute = name == null ? "value" : name;
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(@Nullable String none, Object value) {
                    add(attribute, value);
                }
            };
        }
    }
}
