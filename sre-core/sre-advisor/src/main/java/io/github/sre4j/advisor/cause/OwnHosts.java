package io.github.sre4j.advisor.cause;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells hosts of the organisation from those of others by their names. Immutable and thread-safe.
 *
 * @param domains the organisation's own domains, such as {@code acme.com}; hosts below them count too
 */
public record OwnHosts(List<String> domains) {

    /** Nobody said which domains are the organisation's own. */
    public static final OwnHosts UNSAID = new OwnHosts(List.of());

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");

    /** Names that nobody resolves from outside: reserved (RFC 2606, 6762, 8375), usual in clusters, or a habit of many companies. */
    private static final List<String> INTERNAL = List.of(
            "local",
            "internal",
            "svc",
            "localhost",
            "test",
            "lan",
            "intranet",
            "corp",
            "home.arpa",
            "consul",
            "private");

    /** Addresses of one's own network (RFC 1918, 3927, 4193, 4291, 6598). */
    private static final Pattern PRIVATE_ADDRESS =
            Pattern.compile("(?:10|127)\\.[\\d.]+|192\\.168\\.[\\d.]+|169\\.254\\.[\\d.]+"
                    + "|172\\.(?:1[6-9]|2\\d|3[01])\\.[\\d.]+|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.[\\d.]+"
                    + "|\\[?(?:::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)]?");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if one is no domain
     */
    public OwnHosts {
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .map(domain -> domain.startsWith("*.") ? domain.substring(2) : domain)
                .toList();
        domains.stream()
                .filter(domain -> !DOMAIN.matcher(domain).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException("'" + wrong + "' is no domain, such as acme.com");
                });
    }

    /** Whether a host is, or may be, one of the organisation: in its domains, or with a name or address that only its own network knows. */
    public boolean mayBeOwn(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return PRIVATE_ADDRESS.matcher(name).matches()
                || (!name.contains(".") && !name.contains(":"))
                || INTERNAL.stream().anyMatch(each -> below(name, each))
                || domains.stream().anyMatch(each -> below(name, each));
    }

    private static boolean below(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain) || (domain.equals("svc") && name.contains(".svc."));
    }
}
