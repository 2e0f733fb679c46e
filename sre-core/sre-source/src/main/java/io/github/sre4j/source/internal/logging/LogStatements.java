package io.github.sre4j.source.internal.logging;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All statements that log. Immutable. */
public final class LogStatements {

    private static final Set<String> LEVELS = Set.of(
            "trace",
            "debug",
            "info",
            "warn",
            "error",
            "fatal",
            "severe",
            "warning",
            "config",
            "fine",
            "finer",
            "finest",
            "log",
            "logp",
            "tracef",
            "debugf",
            "infof",
            "warnf",
            "errorf",
            "fatalf",
            "infov",
            "warnv",
            "errorv",
            "setMessage",
            "printf");
    private static final Set<String> TYPES =
            Set.of("Logger", "Log", "KLogger", "FluentLogger", "LoggingEventBuilder", "LogBuilder");
    private static final Set<String> NAMES =
            Set.of("log", "logger", "LOG", "LOGGER", "Log", "LOG_", "_log", "logging", "klogger");
    private static final String[] GENERATED = {
        "Slf4j", "Log", "Log4j2", "Log4j", "CommonsLog", "JBossLog", "XSlf4j", "Flogger"
    };
    private static final int FEW = 4;
    private static final double NOISE = 0.7;

    private final List<Statement> statements = new ArrayList<>();

    /** Statements of a program. */
    public LogStatements(Program program, Bodies bodies, Values values) {
        for (Type type : program.types()) {
            Set<String> loggers = new HashSet<>(loggers(program, type, values));
            for (Method method : type.methods()) {
                for (Site site : bodies.sites(method)) {
                    if (LEVELS.contains(site.name()) && logs(site)) {
                        message(site, values)
                                .ifPresent(text -> statements.add(
                                        new Statement(method, site.line(), LogTemplate.of(text), loggers)));
                    }
                }
            }
        }
    }

    /** A statement that logs. */
    private record Statement(Method method, int line, LogTemplate template, Set<String> loggers) {}

    /**
     * A statement with its score.
     *
     * @param method the method it stands in
     * @param line where
     * @param score above 0 up to 1
     */
    public record Scored(Method method, int line, double score) {}

    private static boolean logs(Site site) {
        if (TYPES.contains(site.receiver().name())) {
            return true;
        }
        for (Expr each = site.target(); each != null; ) {
            if (each instanceof Expr.Name name) {
                return NAMES.contains(name.name());
            }
            if (each instanceof Expr.Select select) {
                return NAMES.contains(select.name());
            }
            each = each instanceof Expr.Call call ? call.receiver() : null;
        }
        return false;
    }

    private static Optional<String> message(Site site, Values values) {
        for (Expr each : site.arguments()) {
            Expr text = each instanceof Expr.Function function ? result(function) : each;
            String template = values.template(text, site.scope());
            boolean known = template.chars().anyMatch(c -> c != Values.UNKNOWN && !Character.isWhitespace(c));
            boolean literal = !(text instanceof Expr.Literal number) || number.isText();
            if (known && literal) {
                return Optional.of(template);
            }
        }
        return Optional.empty();
    }

    /** What a lambda that makes the message evaluates to. */
    private static Expr result(Expr.Function function) {
        int last = function.body().size() - 1;
        return last >= 0 && function.body().get(last) instanceof Step.Result result ? result.value() : function;
    }

    /** Names of the loggers a class writes to. */
    private static List<String> loggers(Program program, Type type, Values values) {
        List<String> names = new ArrayList<>();
        for (Type each : program.withSuperTypes(type)) {
            for (FieldFacts field : each.facts().fields()) {
                if (!TYPES.contains(field.type().simpleName()) || !(field.initial() instanceof Expr.Call call)) {
                    continue;
                }
                for (Expr argument : call.arguments()) {
                    if (argument instanceof Expr.ClassOf of) {
                        program.resolve(of.type().name(), each).map(Type::name).ifPresent(names::add);
                    } else {
                        names.addAll(values.texts(argument, each));
                    }
                }
            }
            if (each.has(GENERATED)) {
                names.add(each.name());
            }
        }
        names.add(type.name());
        // A logger of getClass() has the name of the subclass.
        program.subTypes(type).forEach(each -> names.add(each.name()));
        program.outer(type).ifPresent(each -> names.add(each.name()));
        for (Type each : program.fileClasses("", type)) {
            if (each.file().equals(type.file())) {
                // A logger of the file is named after the file.
                String packageName = type.unit().packageName();
                String file = type.file().baseName();
                names.add(packageName.isEmpty() ? file : packageName + "." + file);
                names.add(each.name());
            }
        }
        return names;
    }

    /** The statements that may have written a line, best first. */
    public List<Scored> find(String logger, String message) {
        List<Scored> found = new ArrayList<>();
        for (Statement each : statements) {
            double fits = each.template().matches(message) ? 1 : 0;
            if (fits == 0) {
                continue;
            }
            double byLogger = each.loggers().stream()
                    .mapToDouble(name -> logger(logger, name))
                    .max()
                    .orElse(0);
            int fixed = each.template().fixed();
            if (byLogger == 0 && fixed < FEW * 2) {
                continue;
            }
            int length = Math.max(1, message.replaceAll("\\s", "").length());
            double share = fixed < FEW ? 0.3 : 0.6 + 0.4 * Math.min(1, (double) fixed / length);
            found.add(new Scored(each.method(), each.line(), share * (byLogger == 0 ? 0.5 : byLogger)));
        }
        found.sort(Comparator.comparingDouble((Scored each) -> -each.score())
                .thenComparing(each -> each.method().owner().name())
                .thenComparingInt(Scored::line));
        double best = found.isEmpty() ? 0 : found.get(0).score();
        found.removeIf(each -> each.score() < best * NOISE);
        return found;
    }

    /** Whether a logger's name as logged is that name: whole, abbreviated as in {@code c.a.o.OrderService}, or cut. */
    private static double logger(String seen, String name) {
        if (seen.isBlank()) {
            return 0.7;
        }
        if (seen.equals(name) || seen.equals(name.replace('$', '.'))) {
            return 1;
        }
        String[] a = seen.split("[.$]", -1);
        String[] b = name.split("[.$]", -1);
        if (a.length == 0 || !a[a.length - 1].equals(b[b.length - 1])) {
            return 0;
        }
        if (a.length == 1) {
            return 0.9;
        }
        for (int i = 0; i < Math.min(a.length, b.length) - 1; i++) {
            if (!b[i].startsWith(a[i])) {
                return 0;
            }
        }
        return a.length == b.length ? 0.95 : 0;
    }
}
