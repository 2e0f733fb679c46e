package io.github.sre4j.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class and method of a span or stack frame without what proxies and compilers add to the names: lambdas, anonymous classes, coroutines and default
 * arguments of Kotlin.
 *
 * @param classNames the class it may stand in, the innermost first
 * @param method the method's name in the source
 * @param inside whether the frame names a lambda or anonymous class in the method
 */
record FrameName(List<String> classNames, String method, boolean inside) {

    private static final Pattern PROXY = Pattern.compile(
            "\\$\\$(?:SpringCGLIB|EnhancerBySpringCGLIB|FastClassBySpringCGLIB|Lambda).*|_(?:ClientProxy|Subclass)$");
    private static final Pattern JAVA_LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
    private static final Pattern KOTLIN_LAMBDA = Pattern.compile("(\\w+)\\$(?:lambda|suspendImpl)\\b.*");
    private static final Pattern KOTLIN_DEFAULT = Pattern.compile("(\\w+)\\$default");
    private static final Pattern KOTLIN_ACCESS = Pattern.compile("access\\$(\\w+)");

    /** Functions with value classes among their parameters have a hash in their names. */
    private static final Pattern KOTLIN_MANGLED = Pattern.compile("(\\w+)-[\\w-]{7}");

    private static final List<String> BODIES = List.of("invokeSuspend", "invoke", "emit", "create");

    FrameName {
        classNames = List.copyOf(classNames);
    }

    static FrameName of(String className, String methodName) {
        String name = PROXY.matcher(className.replace('/', '.')).replaceAll("");
        String written = methodName.replaceFirst("\\(.*$", "");
        String method = written;
        for (Pattern each : List.of(JAVA_LAMBDA, KOTLIN_LAMBDA, KOTLIN_DEFAULT, KOTLIN_ACCESS, KOTLIN_MANGLED)) {
            Matcher matcher = each.matcher(method);
            if (matcher.matches()) {
                method = matcher.group(1);
            }
        }
        boolean inside = !method.equals(written) && written.contains("lambda");
        List<String> classNames = new ArrayList<>();
        for (String each = name; ; each = each.substring(0, each.lastIndexOf('$'))) {
            classNames.add(each);
            if (each.lastIndexOf('$') < 0) {
                return new FrameName(classNames, method, inside);
            }
        }
    }

    /** Returns the frame as seen from one of its classes: what follows the class in the name is inside of one of its methods. */
    FrameName in(String className) {
        String rest = classNames.get(0).substring(className.length());
        if (rest.isEmpty() || rest.equals("$DefaultImpls")) {
            return new FrameName(List.of(className), method, inside);
        }
        String[] parts = rest.substring(1).split("\\$", -1);
        boolean named = !parts[0].isEmpty() && !Character.isDigit(parts[0].charAt(0));
        return new FrameName(List.of(className), named && BODIES.contains(method) ? parts[0] : method, true);
    }
}
