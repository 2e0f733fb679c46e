package io.github.sre4j.alerts.migrate.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into tokens. */
final class ScriptLexer {

    private static final int MAX_TOKENS = 2_000;
    private static final Pattern TOKEN = Pattern.compile("\\s+|//[^\\n]*|(?s:/\\*.*?\\*/)"
            + "|(?<token>\\d+(?:\\.\\d+)?[lLdDfF]?|[A-Za-z_$][A-Za-z0-9_$]*|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'"
            + "|->|\\?\\.|\\?:|===|!==|==|!=|<=|>=|&&|\\|\\||\\+\\+|--|[+\\-*/%]=|[-+*/%<>=!?:;,.(){}\\[\\]&|])");

    private ScriptLexer() {}

    static List<String> tokens(String source) throws ScriptException {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int end = 0;
        while (end < source.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new ScriptException(source.substring(end, Math.min(source.length(), end + 20)));
            }
            end = matcher.end();
            String token = matcher.group("token");
            if (token != null) {
                tokens.add(token);
            }
            if (tokens.size() > MAX_TOKENS) {
                throw new ScriptException("…");
            }
        }
        return tokens;
    }
}
