package io.github.sre4j.text.mask;

import java.util.List;
import java.util.stream.Stream;

/**
 * The forms that are recognised, in this order: a query string is replaced as a whole before anything inside it could be.
 *
 * <p>Every repetition is possessive or bounded, so that hostile text costs linear time; rules of ids are for texts whose length the caller bounds.
 */
final class Rules {

    /** Words before a value that must not be seen; bare or as a part of a longer key. */
    private static final String SECRET =
            "(?:password|passwd|passphrase|pwd|secret|token|api[-_. ]?key|access[-_. ]?key|private[-_. ]?key"
                    + "|licen[cs]e[-_. ]?key|authorization|credentials?|jsessionid|session[-_. ]?id|signature|(?<![A-Za-z])(?:otp|cvv|cvc))";

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String DOMAIN = "(?![0-9]x\\.)[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++";

    /** What nobody but its owner may know. */
    static final List<Rule> SECRETS = List.of(
            Rule.of(
                    "query",
                    MaskTriggers.QUESTION_MARK,
                    "\\?([\\p{L}\\p{N}_%.~{$*;&=+!@-][^\\s\"'<>\\\\#]*+)",
                    Checks::afterPath),
            Rule.of("query", MaskTriggers.HASH, "#([\\p{L}\\p{N}_.-]++=[^\\s\"'<>\\\\]*+)", Checks::afterPath),
            Rule.of(
                    "login",
                    MaskTriggers.AT | MaskTriggers.COLON,
                    "://([^\\s/@:\"'<>\\[]{1,200}+(?::[^\\s/@\"'<>]{0,200}+)?)@"),
            Rule.of("key", MaskTriggers.PEM, "-----BEGIN [A-Z ]{0,30}-----[A-Za-z0-9+/=\\s\\\\:,-]*+"),
            Rule.of("token", MaskTriggers.WEB_TOKEN, "eyJ[A-Za-z0-9_-]{5,}+(?:\\.[A-Za-z0-9_-]*+){0,4}"),
            Rule.of(
                    "token",
                    MaskTriggers.SECRET_WORD,
                    "(?i:bearer|basic|digest|negotiate|token|apikey)[ +:]{1,3}([A-Za-z0-9+/=._~-]{8,}+)",
                    Checks::notAWord),
            Rule.of(
                    "key",
                    MaskTriggers.LONG_WORD,
                    "NR(?:AK|AA|BR|IQ|II|RA|SP|JS|AL)-?[A-Za-z0-9_-]{6,}+",
                    Checks::hasDigitOrCapital),
            Rule.of("key", MaskTriggers.LONG_WORD, "(?<![A-Za-z0-9])[A-Za-z0-9]{16,60}NRAL(?![A-Za-z0-9])"),
            Rule.of(
                    "key",
                    MaskTriggers.LONG_WORD,
                    "(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[0-9A-Z]{12,}+|gh[opusr]_[A-Za-z0-9]{10,}+|github_pat_[A-Za-z0-9_]{10,}+"
                            + "|glpat-[A-Za-z0-9_-]{10,}+|xox[abeoprs]-[A-Za-z0-9-]{8,}+|xapp-[A-Za-z0-9-]{10,}+"
                            + "|npm_[A-Za-z0-9]{30,}+|AIza[0-9A-Za-z_-]{20,}+)"),
            // Names of constraints begin so, too.
            Rule.of(
                    "key",
                    MaskTriggers.LONG_WORD,
                    "(?<![A-Za-z0-9])(?:[rsp]k[-_](?:live|test)_[A-Za-z0-9]{8,}+|[rsp]k[-_][A-Za-z0-9_-]{10,}+)",
                    Checks::hasDigitOrCapital),
            Rule.of("key", MaskTriggers.SECRET_WORD, "hooks\\.slack\\.com/[a-z]{1,20}/([A-Za-z0-9/_-]++)"),
            Rule.of(
                    "secret",
                    MaskTriggers.SECRET_WORD,
                    "(?i:cookie)[\\\\\"']{0,3}\\s{0,4}[:=]\\s{0,4}\"?([^\\s\"][^\\r\\n\"\\\\]*+)"),
            Rule.of(
                    "secret",
                    MaskTriggers.SECRET_WORD,
                    "(?<!\\[)(?i:" + SECRET
                            + ")[\\w.-]{0,30}+[\\\\\"']{0,3}(?:\\s{0,4}(?:=>|[:=])\\s{0,4}|\\s{1,4}(?i:is)\\s{1,4})(?:\\\\?\"([^\"\\\\\\r\\n]++)"
                            + "|\\\\?'([^'\\\\\\r\\n]++)"
                            + "|(?!(?i:bearer|basic|digest|negotiate)\\b)([^\\s\"'\\\\&,;)}\\]]++))",
                    Checks::notAState),
            Rule.of(
                    "email",
                    MaskTriggers.AT,
                    "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-][\\p{L}\\p{N}._%+'-]*+@" + DOMAIN),
            Rule.of("email", MaskTriggers.DIGIT, "(?<![\\p{L}\\p{N}._+-])[\\p{L}\\p{N}._+-]++%40" + DOMAIN),
            Rule.of(
                    "card",
                    MaskTriggers.DIGIT,
                    "(?<![0-9A-Za-z])(?<!0\\.)(?:[2-6][0-9]{12,18}+|[2-6][0-9]{3}(?:[ -][0-9]{4}){2}[ -][0-9]{1,7}+"
                            + "|3[47][0-9]{2}[ -][0-9]{6}[ -][0-9]{5})(?![0-9A-Za-z])",
                    Checks::luhn),
            Rule.of("ip", MaskTriggers.DIGIT, "(?<![A-Za-z])ip(?:-[0-9]{1,3}){4}(?![0-9-])"),
            Rule.of(
                    "ip",
                    MaskTriggers.DIGIT,
                    "(?<![0-9vV])(?<![0-9]\\.)" + OCTET + "(?:\\." + OCTET + "){3}(?!\\.?[0-9])",
                    Checks::notLoopback),
            Rule.of(
                    "ip",
                    MaskTriggers.COLON,
                    "(?<![0-9A-Za-z:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?!\\.?[0-9A-Za-z:\\[])",
                    Checks::ipv6),
            Rule.of(
                    "phone",
                    MaskTriggers.DIGIT,
                    "(?<![\\w.:/-])(?:\\+[0-9]{1,3}[ -]?(?:\\(?[0-9]{1,4}\\)?[ -]?){2,5}[0-9]{2,4}"
                            + "|0[0-9]{1,4}[ -][0-9]{1,4}[ -][0-9]{3,4}|\\([0-9]{2,5}\\) ?[0-9]{2,4}[ -][0-9]{3,4})(?![\\w-])"));

    /** What joins texts of one person or thing. */
    private static final List<Rule> IDS = List.of(
            Rule.of(
                    "id",
                    MaskTriggers.LONG_WORD,
                    "\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b"),
            Rule.of("id", MaskTriggers.DIGIT, "(?<![\\w.])(?=[\\w-]*\\d)(?:[0-9a-fA-F]{16,}|\\d{6,})(?![\\w])"),
            Rule.of(
                    "id",
                    MaskTriggers.DIGIT | MaskTriggers.LONG_WORD,
                    "(?<![\\w./-])(?=(?:[\\w+=~-]*\\d){3})(?=[\\w+=~-]*[A-Za-z])[\\w+=~-]{16,}(?![\\w])"));

    static final List<Rule> SECRETS_AND_IDS =
            Stream.concat(SECRETS.stream(), IDS.stream()).toList();

    private Rules() {}
}
