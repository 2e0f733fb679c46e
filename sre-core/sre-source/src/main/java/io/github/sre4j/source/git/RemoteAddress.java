package io.github.sre4j.source.git;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository lives on the web. User names, passwords and tokens of the address are dropped when it is read.
 *
 * @param host host, with the port where a web address has one
 * @param path path of the repository without {@code .git} and slashes around it
 */
public record RemoteAddress(String host, String path) {

    private static final Pattern URL =
            Pattern.compile("(https?|ssh|git|git\\+ssh)://(?:[^/]*@)?([^/:@]+)(?::(\\d+))?/(.+)");
    private static final Pattern SCP =
            Pattern.compile("(?:[^/@:]+@)?([^/:@]+\\.[^/:@]+|[^/:@]{2,}):(?!//)(?!\\\\)([^\\\\]+)");

    /** Reads an address as Git writes it; empty for files and for what is no address. */
    public static Optional<RemoteAddress> parse(String url) {
        String text = url.strip();
        Matcher full = URL.matcher(text);
        if (full.matches()) {
            boolean web = full.group(1).startsWith("http");
            String port = web && full.group(3) != null ? ":" + full.group(3) : "";
            return of(full.group(2) + port, full.group(4));
        }
        Matcher scp = SCP.matcher(text);
        return scp.matches() && !text.contains("://") ? of(scp.group(1), scp.group(2)) : Optional.empty();
    }

    private static Optional<RemoteAddress> of(String host, String path) {
        String clean = path.replaceAll("[?#].*$", "").replaceAll("^/+|/+$", "").replaceAll("\\.git$", "");
        return clean.isEmpty() || clean.contains("@")
                ? Optional.empty()
                : Optional.of(new RemoteAddress(host.toLowerCase(Locale.ROOT), clean));
    }

    /** Whether the host's name says what runs there. */
    boolean hostNames(String... products) {
        for (String each : products) {
            if (host.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** The segments of the path. */
    List<String> segments() {
        return List.of(path.split("/"));
    }
}
