package io.github.sre4j.trace.mask;

import io.github.sre4j.trace.mask.Placeholders.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks free text: messages, log lines, names. Rules run one after another, the most telling first; what one rule replaced no later
 * rule reads as a value. Not thread-safe.
 */
final class TextMask {

    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_REMEMBERED = 20_000;

    /**
     * A pattern and what its group named {@code v}, or the whole, is.
     *
     * @param kind what it finds
     * @param needed signs of every text in which it finds something
     * @param pattern how it looks
     */
    private record Rule(Kind kind, int needed, Pattern pattern) {}

    private static final String SECRET_NAME =
            "(?:[\\w.-]*(?:password|passwd|passphrase|pwd|secret|token|api[-_. ]?key|apikey|access[-_.]?key|private[-_.]?key|licen[cs]e[-_.]?key"
                    + "|authorization|credential|session[-_.]?id|jsessionid|cookie|signature|otp|cvv|cvc)[\\w.-]*)";

    private static final List<Rule> RULES = List.of(
            rule(Kind.TOKEN, MaskTriggers.WEB_TOKEN, "eyJ[\\w-]{5,}\\.[\\w-]{5,}(?:\\.[\\w-]*)?"),
            rule(Kind.TOKEN, MaskTriggers.PEM, "-----BEGIN [A-Z ]+-----[\\s\\S]*?(?:-----END [A-Z ]+-----|$)"),
            rule(Kind.TOKEN, MaskTriggers.SECRET_WORD, "(?i)\\b(?:bearer|basic|digest|token)\\s+(?<v>[\\w+/=.~-]{8,})"),
            rule(
                    Kind.TOKEN,
                    MaskTriggers.SECRET_WORD,
                    "(?i)" + SECRET_NAME
                            + "[\"']?\\s*(?:[:=]|=>|\\bis\\b)\\s*(?<v>\"[^\"]*\"|'[^']*'|[^\\s,;&\"'\\])}]+)"),
            rule(Kind.TOKEN, MaskTriggers.AT | MaskTriggers.COLON, "://(?<v>[^/\\s@]+)@"),
            rule(
                    Kind.TOKEN,
                    MaskTriggers.LONG_WORD,
                    "\\b(?:NRAK|NRAA|NRII|NRIQ|NRJS|NRAL)-?[\\w-]{8,}|\\b(?:gh[opusr]|github_pat|glpat|xox[abprs]|xapp|sk|pk|rk)[-_][\\w-]{10,}"
                            + "|\\b(?:AKIA|ASIA)[A-Z0-9]{12,}|\\bAIza[\\w-]{20,}"),
            rule(Kind.EMAIL, MaskTriggers.AT, "[\\w.+%'-]+@[\\p{L}\\w-]+(?:\\.[\\p{L}\\w-]+)+"),
            rule(
                    Kind.ID,
                    MaskTriggers.LONG_WORD,
                    "\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b"),
            rule(Kind.CARD, MaskTriggers.DIGIT, "(?<![\\w.])\\d(?:[ -]?\\d){12,18}(?![\\w])"),
            rule(
                    Kind.IP,
                    MaskTriggers.DIGIT,
                    "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.]*\\d)"),
            rule(
                    Kind.IP,
                    MaskTriggers.COLON,
                    "(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?::?[0-9a-fA-F]{1,4}){1,7}(?![\\w:])|(?<![\\w:])(?:[0-9a-fA-F]{1,4}:){1,7}:(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4})*)?(?![\\w:])|(?<![\\w:])::(?:[0-9a-fA-F]{1,4}:)*[0-9a-fA-F]{1,4}(?![\\w:])"),
            rule(
                    Kind.PHONE,
                    MaskTriggers.DIGIT,
                    "(?<![\\w.])(?:\\+\\d{1,3}[ -]?(?:\\(?\\d{1,4}\\)?[ -]?){2,5}\\d{2,4}|0\\d{1,4}[ -]\\d{1,4}[ -]\\d{3,4}|\\(\\d{2,5}\\) ?\\d{2,4}[ -]\\d{3,4})(?![\\w])"),
            rule(Kind.ID, MaskTriggers.DIGIT, "(?<![\\w.])(?=[\\w-]*\\d)(?:[0-9a-fA-F]{16,}|\\d{6,})(?![\\w])"),
            rule(
                    Kind.ID,
                    MaskTriggers.DIGIT,
                    "(?<![\\w./-])(?=(?:[\\w+=~-]*\\d){3})(?=[\\w+=~-]*[A-Za-z])[\\w+=~-]{16,}(?![\\w])"));

    private static final Set<String> STATES = Set.of(
            "null",
            "none",
            "nil",
            "undefined",
            "true",
            "false",
            "missing",
            "required",
            "invalid",
            "valid",
            "expired",
            "empty",
            "blank",
            "wrong",
            "incorrect",
            "unknown",
            "malformed",
            "revoked",
            "disabled",
            "locked",
            "not",
            "too",
            "already",
            "no",
            "a",
            "an",
            "the",
            "mandatory",
            "absent",
            "unset",
            "unsupported",
            "being",
            "in",
            "of",
            "for",
            "from",
            "on",
            "to",
            "longer",
            "shorter",
            "optional");

    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)\\b(?:select\\b[^;]{1,2000}?\\bfrom|insert\\s+into|update\\b[^;]{1,200}?\\bset|delete\\s+from|merge\\s+into)\\b");

    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'?+");

    /** As PostgreSQL says it: {@code Key (email)=(…) already exists}. */
    private static final Pattern KEY_VALUE = Pattern.compile("(?<=\\))=\\([^)]*\\)");

    /** As MySQL says it. */
    private static final Pattern DUPLICATE = Pattern.compile("(?i)(duplicate entry )'[^']*'");

    /** A later rule must not read the inside of a placeholder; none does, as placeholders hold no long value. */
    private final Placeholders placeholders;

    private final Map<String, String> remembered = new HashMap<>();

    TextMask(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    private static Rule rule(Kind kind, int needed, String pattern) {
        return new Rule(kind, needed, Pattern.compile(pattern));
    }

    String of(String text) {
        String known = remembered.get(text);
        if (known == null) {
            known = masked(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text);
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(text, known);
            }
        }
        return known;
    }

    private String masked(String text) {
        String masked = withoutValuesOfStatements(text);
        int signs = MaskTriggers.of(masked);
        for (Rule rule : RULES) {
            if ((signs & rule.needed()) == rule.needed()) {
                masked = apply(rule, masked);
            }
        }
        return masked;
    }

    /** Exceptions of databases quote statements and keys; their values are data wherever they stand. */
    private static String withoutValuesOfStatements(String text) {
        String masked = text.contains(")=(") ? KEY_VALUE.matcher(text).replaceAll("=(?)") : text;
        if (masked.indexOf('\'') < 0) {
            return masked;
        }
        masked = DUPLICATE.matcher(masked).replaceAll("$1?");
        Matcher statement = STATEMENT.matcher(masked);
        if (!statement.find()) {
            return masked;
        }
        int from = statement.start();
        return masked.substring(0, from)
                + QUOTED.matcher(masked.substring(from)).replaceAll("?");
    }

    private String apply(Rule rule, String text) {
        Matcher matcher = rule.pattern().matcher(text);
        if (!matcher.find()) {
            return text;
        }
        boolean part = rule.pattern().pattern().contains("(?<v>");
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        do {
            int start = part ? matcher.start("v") : matcher.start();
            int end = part ? matcher.end("v") : matcher.end();
            String value = text.substring(start, end);
            masked.append(text, from, start);
            boolean replaced = isPlaceholder(value)
                    || (rule.kind() == Kind.CARD && !Luhn.holds(value))
                    || (rule.needed() == MaskTriggers.SECRET_WORD && isState(value));
            masked.append(replaced ? value : placeholders.of(rule.kind(), value));
            from = end;
        } while (matcher.find());
        return masked.append(text, from, text.length()).toString();
    }

    /** Whether a word says how a secret is, not which: {@code "token" is null}. */
    private static boolean isState(String value) {
        return STATES.contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlaceholder(String value) {
        return value.startsWith("[") && (value.endsWith("]") || value.indexOf(']') < 0);
    }
}
