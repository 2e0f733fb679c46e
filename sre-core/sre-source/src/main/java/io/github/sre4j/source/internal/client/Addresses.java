package io.github.sre4j.source.internal.client;

import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.program.Values;
import java.util.List;
import java.util.Locale;

/** Addresses of which parts may not be known. */
final class Addresses {

    /** Stands for a part that is not known, as a variable of a template does. */
    static final String ANY = "{}";

    private Addresses() {}

    /** Base and path together, placeholders filled; one per value of the configuration. */
    static List<String> resolve(Configuration configuration, String base, String path) {
        String joined = base.endsWith("/") && path.startsWith("/") ? base + path.substring(1) : base + path;
        return configuration.resolve(joined).stream()
                .map(each -> each.replaceAll("\\$\\{[^}]*}", ANY).replace(String.valueOf(Values.UNKNOWN), ANY))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The host in lower case; empty if it is not known. */
    static String host(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return "";
        }
        String rest = url.substring(scheme + 3);
        String authority = rest.substring(0, end(rest, "/?#"));
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            return host.substring(0, end(host, "]")) + "]";
        }
        host = host.substring(0, end(host, ":"));
        return host.contains("{") ? "" : host.toLowerCase(Locale.ROOT);
    }

    /** The path without query; empty if there is none. */
    static String path(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int slash = scheme < 0 && !rest.startsWith(ANY) ? 0 : rest.indexOf('/');
        if (slash < 0) {
            return "";
        }
        String path = rest.substring(slash);
        return path.substring(0, end(path, "?#"));
    }

    private static int end(String text, String stops) {
        for (int i = 0; i < text.length(); i++) {
            if (stops.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
