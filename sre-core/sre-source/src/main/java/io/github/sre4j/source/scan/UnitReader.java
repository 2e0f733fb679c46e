package io.github.sre4j.source.scan;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads one parsed file. */
final class UnitReader {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String text;
    private final BodyReader bodies;
    private final List<TypeFacts> types = new ArrayList<>();

    UnitReader(CompilationUnitTree unit, SourcePositions positions, String text) {
        this.unit = unit;
        this.positions = positions;
        this.text = text;
        this.bodies = new BodyReader(this);
    }

    FileFacts read() {
        ExpressionTree name = unit.getPackageName();
        String packageName = name == null ? "" : TypeNames.text(name);
        List<String> imports = new ArrayList<>();
        for (ImportTree each : unit.getImports()) {
            Tree imported = each.getQualifiedIdentifier();
            if (imported != null) {
                imports.add((each.isStatic() ? "static " : "") + TypeNames.text(imported));
            }
        }
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree type) {
                type(type, packageName.isEmpty() ? "" : packageName + ".");
            }
        }
        return new FileFacts(packageName, imports, types);
    }

    int line(Tree tree) {
        return lineAt(positions.getStartPosition(unit, tree));
    }

    int lastLine(Tree tree) {
        long end = positions.getEndPosition(unit, tree);
        return end < 1 ? line(tree) : lineAt(end - 1);
    }

    private int lineAt(long position) {
        return position < 0 ? 1 : (int) Math.max(1, unit.getLineMap().getLineNumber(position));
    }

    private void type(ClassTree tree, String prefix) {
        String name = prefix + tree.getSimpleName();
        List<FieldFacts> fields = new ArrayList<>();
        List<MethodFacts> methods = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field) {
                fields.add(field(field));
            } else if (member instanceof MethodTree method) {
                // The compiler adds constructors that no line holds.
                if (positions.getStartPosition(unit, method) >= 0 && positions.getEndPosition(unit, method) >= 0) {
                    methods.add(method(method));
                }
            } else if (member instanceof BlockTree block) {
                methods.add(initializer(block));
            } else if (member instanceof ClassTree nested) {
                type(nested, name + "$");
            }
        }
        List<TypeRef> superTypes = new ArrayList<>();
        if (tree.getExtendsClause() != null) {
            superTypes.add(TypeNames.of(tree.getExtendsClause()));
        }
        tree.getImplementsClause().forEach(each -> superTypes.add(TypeNames.of(each)));
        types.add(new TypeFacts(
                name,
                kind(tree),
                tree.getModifiers().getFlags().contains(Modifier.ABSTRACT),
                lines(tree, tree.getModifiers(), tree.getSimpleName().toString()),
                tree.getTypeParameters().stream()
                        .map(each -> each.getName().toString())
                        .toList(),
                annotations(tree.getModifiers()),
                superTypes,
                fields,
                methods));
    }

    private static TypeFacts.Kind kind(ClassTree tree) {
        return switch (tree.getKind()) {
            case INTERFACE -> TypeFacts.Kind.INTERFACE;
            case ENUM -> TypeFacts.Kind.ENUM;
            case ANNOTATION_TYPE -> TypeFacts.Kind.ANNOTATION;
            case RECORD -> TypeFacts.Kind.RECORD;
            default -> TypeFacts.Kind.CLASS;
        };
    }

    private FieldFacts field(VariableTree tree) {
        ExpressionTree initial = tree.getInitializer();
        return new FieldFacts(
                tree.getName().toString(),
                TypeNames.of(tree.getType()),
                tree.getModifiers().getFlags().contains(Modifier.STATIC),
                lines(tree, tree.getModifiers(), tree.getName().toString()),
                annotations(tree.getModifiers()),
                initial == null ? null : bodies.expr(initial));
    }

    private MethodFacts method(MethodTree tree) {
        boolean constructor = tree.getReturnType() == null;
        String name = constructor ? MethodFacts.CONSTRUCTOR : tree.getName().toString();
        Tree after = constructor ? tree.getModifiers() : tree.getReturnType();
        return new MethodFacts(
                name,
                tree.getModifiers().getFlags().contains(Modifier.STATIC),
                tree.getBody() != null,
                lines(tree, after, constructor ? null : name),
                annotations(tree.getModifiers()),
                TypeNames.of(tree.getReturnType()),
                tree.getParameters().stream().map(this::parameter).toList(),
                tree.getBody() == null ? List.of() : bodies.block(tree.getBody()));
    }

    private MethodFacts initializer(BlockTree block) {
        List<Step> body = bodies.block(block);
        return new MethodFacts(
                MethodFacts.INITIALIZER,
                block.isStatic(),
                true,
                new Lines(line(block), line(block), lastLine(block)),
                List.of(),
                TypeRef.NONE,
                List.of(),
                body);
    }

    Parameter parameter(VariableTree tree) {
        return new Parameter(tree.getName().toString(), TypeNames.of(tree.getType()), annotations(tree.getModifiers()));
    }

    /** Lines of a declaration whose name is the first such word behind {@code before}. */
    private Lines lines(Tree tree, @Nullable Tree before, @Nullable String name) {
        int first = line(tree);
        int last = Math.max(first, lastLine(tree));
        long start = before == null ? -1 : positions.getEndPosition(unit, before);
        if (start < 0) {
            start = positions.getStartPosition(unit, tree);
        }
        int at = first;
        if (name == null) {
            // A constructor: the first character behind its modifiers.
            int from = (int) start;
            while (from >= 0 && from < text.length() && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            at = lineAt(from);
        } else {
            int found = wordAt(name, (int) Math.max(0, start));
            if (found >= 0) {
                at = lineAt(found);
            }
        }
        return new Lines(Math.min(Math.max(at, first), last), first, last);
    }

    private int wordAt(String name, int from) {
        int found = text.indexOf(name, from);
        while (found >= 0) {
            boolean begins = found == 0 || !Character.isJavaIdentifierPart(text.charAt(found - 1));
            int end = found + name.length();
            if (begins && (end >= text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return found;
            }
            found = text.indexOf(name, found + 1);
        }
        return -1;
    }

    private List<AnnotationFacts> annotations(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream().map(this::annotation).toList();
    }

    AnnotationFacts annotation(AnnotationTree tree) {
        Map<String, Expr> values = new HashMap<>();
        for (ExpressionTree argument : tree.getArguments()) {
            if (argument instanceof AssignmentTree named) {
                values.put(TypeNames.text(named.getVariable()), bodies.expr(named.getExpression()));
            } else {
                values.put("value", bodies.expr(argument));
            }
        }
        return new AnnotationFacts(TypeNames.text(tree.getAnnotationType()), values);
    }

    /** Reads the methods of an anonymous or local class as functions. */
    List<Expr> functionsOf(ClassTree tree) {
        List<Expr> functions = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() != null && method.getReturnType() != null) {
                functions.add(new Expr.Function(
                        line(method),
                        lastLine(method),
                        method.getParameters().stream().map(this::parameter).toList(),
                        bodies.block(method.getBody())));
            }
        }
        return functions;
    }
}
