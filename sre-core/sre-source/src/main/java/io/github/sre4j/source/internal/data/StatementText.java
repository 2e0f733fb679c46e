package io.github.sre4j.source.internal.data;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of statements in a form in which those of the source equal those of telemetry. */
final class StatementText {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.$])\\d+(?:\\.\\d+)?(?![\\w.])");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):\\w+|\\?\\d+|\\$\\d+|@\\w+|%s|#\\{[^}]*}");
    private static final Pattern LIST = Pattern.compile("\\(\\s*\\?(?:\\s*,\\s*\\?)*\\s*\\)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern AROUND_SIGN = Pattern.compile("\\s*([,()=<>;])\\s*");

    private StatementText() {}

    /** Returns a statement without literals, names of parameters, case and white space. */
    static String normalize(String statement) {
        String text = LITERAL.matcher(statement).replaceAll("?");
        text = PARAMETER.matcher(text).replaceAll("?");
        text = LIST.matcher(text).replaceAll("(?)");
        text = AROUND_SIGN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("$1");
        return text.strip().replaceFirst(";$", "").toLowerCase(Locale.ROOT);
    }
}
