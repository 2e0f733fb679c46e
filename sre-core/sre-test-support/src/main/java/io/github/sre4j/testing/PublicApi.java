package io.github.sre4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public surface of a module, compared with the description that is checked in, so that a change of it is seen in the diff. {@code
 * -Dapi.update=true} writes the description anew, to be read before it is committed.
 */
public final class PublicApi {

    /** Newer versions of Java say it, older ones do not. */
    private static final Pattern SEALED = Pattern.compile("(?:non-)?sealed ");

    private static final Path DESCRIPTION = Path.of("src/test/api/public-api.txt");
    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");

    private PublicApi() {}

    /** Fails if the public surface of the module in the working directory is not the described one. */
    public static void isAsDescribed() throws IOException {
        isAsDescribed(Path.of(""));
    }

    /** Fails if the public surface of a module is not the described one. */
    public static void isAsDescribed(Path module) throws IOException {
        String actual = describe(module.resolve("target/classes"));
        Path file = module.resolve(DESCRIPTION);
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual)
                .as("the public API changed. If that is meant, run the test with -Dapi.update=true and commit %s", file)
                .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Returns the public types below a folder of classes with their public and protected members, sorted; internal packages are left out. */
    public static String describe(Path classes) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".class") && !name.endsWith("-info.class") && !name.contains("/internal/")) {
                    Class<?> type = load(name.substring(0, name.length() - 6).replace('/', '.'));
                    if (isVisible(type)) {
                        types.add(type);
                    }
                }
            }
        }
        long topLevel =
                types.stream().filter(type -> type.getEnclosingClass() == null).count();
        return topLevel + " public top-level types\n"
                + types.stream().map(PublicApi::describe).sorted().collect(Collectors.joining());
    }

    private static String describe(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Executable constructor : type.getDeclaredConstructors()) {
            add(constructor.getModifiers(), constructor.isSynthetic(), constructor.toGenericString(), type, members);
        }
        for (Field field : type.getDeclaredFields()) {
            add(field.getModifiers(), field.isSynthetic(), field.toGenericString(), type, members);
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean generated = method.isSynthetic()
                    || (type.isEnum()
                            && (method.getName().equals("values")
                                    || method.getName().equals("valueOf")))
                    || (type.isRecord() && OF_EVERY_RECORD.contains(method.getName()));
            add(method.getModifiers(), generated, method.toGenericString(), type, members);
        }
        Collections.sort(members);
        return type.getName() + ": " + header(type) + "\n" + String.join("", members);
    }

    private static String header(Class<?> type) {
        String components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", ", " (", ")"))
                : "";
        String parent = type.getSuperclass() == null || type.isEnum() || type.isRecord()
                ? ""
                : " extends " + type.getGenericSuperclass().getTypeName();
        String interfaces = type.getInterfaces().length == 0
                ? ""
                : Arrays.stream(type.getGenericInterfaces())
                        .map(java.lang.reflect.Type::getTypeName)
                        .collect(Collectors.joining(", ", " implements ", ""));
        return plain(SEALED.matcher(type.toGenericString()).replaceAll("").replace(type.getName(), type.getSimpleName())
                + components
                + (parent.equals(" extends java.lang.Object") ? "" : parent)
                + interfaces);
    }

    private static void add(int modifiers, boolean generated, String signature, Class<?> type, List<String> members) {
        boolean visible = Modifier.isPublic(modifiers)
                || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
        if (visible && !generated) {
            members.add("  " + plain(signature.replace(type.getName() + ".", "")) + "\n");
        }
    }

    private static String plain(String signature) {
        return signature.replace("java.lang.", "").replace("java.util.", "").replace("io.github.sre4j.", "");
    }

    private static boolean isVisible(Class<?> type) {
        if (type.isSynthetic() || type.isAnonymousClass() || type.isLocalClass()) {
            return false;
        }
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isVisible(outer));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is not on the class path of the test", e);
        }
    }
}
