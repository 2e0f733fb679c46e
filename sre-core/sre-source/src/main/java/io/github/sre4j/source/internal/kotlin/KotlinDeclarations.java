package io.github.sre4j.source.internal.kotlin;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FileFacts;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the declarations of a file. Not thread-safe. */
final class KotlinDeclarations {

    private final KotlinCursor cursor;
    private final KotlinTypes types;
    private final KotlinExpressions expressions;
    private final KotlinAnnotations annotations;
    private final KotlinMembers members;
    private final List<String> imports = new ArrayList<>();
    private final List<TypeFacts> found = new ArrayList<>();
    private String packageName = "";
    private String fileClass;

    KotlinDeclarations(KotlinCursor cursor, String baseName) {
        this.cursor = cursor;
        this.types = new KotlinTypes(cursor);
        this.expressions = new KotlinExpressions(cursor, types);
        this.annotations = new KotlinAnnotations(cursor, types, expressions);
        this.members = new KotlinMembers(cursor, types, expressions, annotations);
        String plain = baseName.replaceAll("\\W", "_");
        this.fileClass =
                (plain.isEmpty() ? "" : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1)) + "Kt";
    }

    FileFacts file() {
        KotlinClass topLevel = new KotlinClass();
        members("", topLevel);
        if (!topLevel.fields.isEmpty() || !topLevel.methods.isEmpty()) {
            String name = packageName.isEmpty() ? fileClass : packageName + "." + fileClass;
            int last = Math.max(1, cursor.lineBefore());
            found.add(new TypeFacts(
                    name,
                    TypeFacts.Kind.FILE,
                    false,
                    new Lines(1, 1, last),
                    List.of(),
                    List.of(),
                    List.of(),
                    topLevel.fields,
                    topLevel.methods));
        }
        return new FileFacts(packageName, imports, found);
    }

    /** Reads declarations to the brace that closes them, or to the end. */
    private void members(String prefix, KotlinClass open) {
        List<AnnotationFacts> noted = new ArrayList<>();
        Set<String> modifiers = new HashSet<>();
        int first = 0;
        while (!cursor.isAtEnd() && !cursor.is("}")) {
            KotlinToken token = cursor.here();
            int start = first == 0 ? token.line() : first;
            boolean modifier = token.kind() == KotlinToken.Kind.WORD && KotlinWords.MODIFIERS.contains(token.text());
            if (token.is("@")) {
                boolean ofFile = cursor.ahead(1).is("file") && cursor.ahead(2).is(":");
                annotations.read(noted);
                if (ofFile) {
                    nameFile(noted.remove(noted.size() - 1));
                } else {
                    first = start;
                }
                continue;
            }
            if (modifier && !cursor.ahead(1).is("(")) {
                modifiers.add(cursor.take().text());
                first = start;
                continue;
            }
            declaration(token, prefix, open, new KotlinHead(noted, modifiers, start));
            noted = new ArrayList<>();
            modifiers = new HashSet<>();
            first = 0;
        }
    }

    private void nameFile(AnnotationFacts annotation) {
        if (annotation.simpleName().equals("JvmName")
                && annotation.values().get("value") instanceof Expr.Literal literal) {
            fileClass = literal.value();
        }
    }

    private void declaration(KotlinToken token, String prefix, KotlinClass open, KotlinHead head) {
        switch (token.kind() == KotlinToken.Kind.WORD ? token.text() : "") {
            case "package" -> {
                cursor.take();
                packageName = types.name();
            }
            case "import" -> {
                cursor.take();
                String name = types.name();
                imports.add(cursor.is(".") && cursor.ahead(1).is("*") ? name + ".*" : name);
                while (!cursor.isAtEnd() && !cursor.startsLine()) {
                    cursor.take();
                }
            }
            case "class", "interface", "object" -> type(token.text(), prefix, open, head);
            case "fun" -> {
                if (cursor.ahead(1).is("interface")) {
                    cursor.take();
                } else {
                    members.function(head, open);
                }
            }
            case "val", "var" -> members.property(head, open);
            case "constructor" -> members.constructor(head, open);
            case "init" -> {
                int line = cursor.take().line();
                if (cursor.is("{")) {
                    List<Step> body = members.block();
                    open.methods.add(new MethodFacts(
                            MethodFacts.CONSTRUCTOR,
                            false,
                            true,
                            new Lines(line, line, cursor.lineBefore()),
                            List.of(),
                            TypeRef.NONE,
                            List.of(),
                            body));
                }
            }
            default -> {
                if (cursor.is("{") || cursor.is("(")) {
                    cursor.skipBrackets();
                } else {
                    cursor.take();
                }
            }
        }
    }

    private void type(String keyword, String prefix, KotlinClass outer, KotlinHead head) {
        int line = cursor.take().line();
        boolean named = cursor.here().isWord() && !cursor.startsLine();
        String simple = named ? cursor.take().text() : "Companion";
        String start = !prefix.isEmpty() ? prefix + "$" : packageName.isEmpty() ? "" : packageName + ".";
        KotlinClass open = new KotlinClass();
        List<String> parameters = members.typeParameters();
        members.primaryConstructor(line, open);
        List<TypeRef> superTypes = members.superTypes();
        int last = cursor.lineBefore();
        if (cursor.is("{")) {
            cursor.take();
            if (head.modifiers().contains("enum")) {
                members.skipEntries();
            }
            members(start + simple, open);
            last = cursor.here().line();
            cursor.skip("}");
        }
        if (head.modifiers().contains("companion")) {
            // Constants of the companion are read through the class.
            outer.fields.addAll(open.fields);
        }
        found.add(new TypeFacts(
                start + simple,
                kind(keyword, head.modifiers()),
                head.modifiers().contains("abstract") || head.modifiers().contains("sealed"),
                new Lines(line, Math.min(head.first(), line), Math.max(line, last)),
                parameters,
                head.annotations(),
                superTypes,
                open.fields,
                open.methods));
    }

    private static TypeFacts.Kind kind(String keyword, Set<String> modifiers) {
        if (modifiers.contains("annotation")) {
            return TypeFacts.Kind.ANNOTATION;
        }
        if (modifiers.contains("enum")) {
            return TypeFacts.Kind.ENUM;
        }
        return keyword.equals("interface") ? TypeFacts.Kind.INTERFACE : TypeFacts.Kind.CLASS;
    }
}
