package io.github.sre4j.text.mask;

import java.util.List;

/**
 * What is recognised, in this order: a query string is replaced as a whole before anything inside it could be.
 *
 * <p>Every repetition is possessive or bounded, so that hostile text costs linear time.
 */
final class Rules {

    /** Words before a value that must not be seen; bare or as the last part of a longer key. */
    private static final String SECRET = "(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key"
            + "|private[_-]?key|authorization|credentials?|jsessionid|session[_-]?id)";

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String DOMAIN = "(?![0-9]x\\.)[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++";

    static final List<Rule> ALL = List.of(
            Rule.of("query", "\\?([\\p{L}\\p{N}_%.~{$*;&=+!@-][^\\s\"'<>\\\\#]*+)", Checks::afterPath),
            Rule.of("query", "#([\\p{L}\\p{N}_.-]++=[^\\s\"'<>\\\\]*+)", Checks::afterPath),
            Rule.of("login", "://([^\\s/@:\"'<>\\[]{1,200}+(?::[^\\s/@\"'<>]{0,200}+)?)@"),
            Rule.of("key", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\\s\\\\:,-]*+"),
            Rule.of("token", "eyJ[A-Za-z0-9_-]{5,}+(?:\\.[A-Za-z0-9_-]*+){0,4}"),
            Rule.of(
                    "token",
                    "(?i:bearer|basic|digest|negotiate|token|apikey)[ +:]{1,3}([A-Za-z0-9+/=._~-]{8,}+)",
                    Checks::notAWord),
            Rule.of("key", "NR(?:AK|AA|BR|IQ|RA|SP|JS|II|AL)-[A-Za-z0-9_-]{6,}+"),
            Rule.of("key", "(?<![A-Za-z0-9])[A-Za-z0-9]{16,60}NRAL(?![A-Za-z0-9])"),
            Rule.of(
                    "key",
                    "(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}+|github_pat_[A-Za-z0-9_]{20,}+"
                            + "|glpat-[A-Za-z0-9_-]{16,}+|xox[abeoprs]-[A-Za-z0-9-]{8,}+|[rsp]k_(?:live|test)_[A-Za-z0-9]{8,}+"
                            + "|sk-[A-Za-z0-9_-]{20,}+|npm_[A-Za-z0-9]{30,}+|AIza[0-9A-Za-z_-]{35})"),
            Rule.of("key", "hooks\\.slack\\.com/[a-z]{1,20}/([A-Za-z0-9/_-]++)"),
            Rule.of("secret", "(?i:cookie)[\\\\\"']{0,3}\\s{0,4}[:=]\\s{0,4}\"?([^\\s\"][^\\r\\n\"\\\\]*+)"),
            Rule.of(
                    "secret",
                    "(?<!\\[)(?i:" + SECRET + ")[\\\\\"']{0,3}\\s{0,4}[:=]\\s{0,4}(?:\\\\?\"([^\"\\\\\\r\\n]++)"
                            + "|\\\\?'([^'\\\\\\r\\n]++)"
                            + "|(?!(?i:bearer|basic|digest|negotiate|null|true|false)\\b)([^\\s\"'\\\\&,;)}\\]]++))"),
            Rule.of("email", "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@" + DOMAIN),
            Rule.of("email", "(?<![\\p{L}\\p{N}._+-])[\\p{L}\\p{N}._+-]++%40" + DOMAIN),
            Rule.of(
                    "card",
                    "(?<![0-9A-Za-z])(?<!0\\.)(?:[2-6][0-9]{12,18}+|[2-6][0-9]{3}(?:[ -][0-9]{4}){2}[ -][0-9]{1,7}+"
                            + "|3[47][0-9]{2}[ -][0-9]{6}[ -][0-9]{5})(?![0-9A-Za-z])",
                    Checks::luhn),
            Rule.of("ip", "(?<![A-Za-z])ip(?:-[0-9]{1,3}){4}(?![0-9-])"),
            Rule.of(
                    "ip",
                    "(?<![0-9vV])(?<![0-9]\\.)" + OCTET + "(?:\\." + OCTET + "){3}(?!\\.?[0-9])",
                    Checks::notLoopback),
            Rule.of(
                    "ip",
                    "(?<![0-9A-Za-z:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?!\\.?[0-9A-Za-z:\\[])",
                    Checks::ipv6));

    private Rules() {}
}
