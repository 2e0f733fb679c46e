package io.github.sre4j.trace.read;

import io.github.sre4j.trace.HttpCall;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a span asked or answered over HTTP. */
final class HttpCalls {

    private static final Set<String> VERBS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY");

    private static final Pattern ENCODED_QUERY = Pattern.compile("%3[Ff](?=[\\w.\\-\\[\\]]+=)");

    private HttpCalls() {}

    /**
     * The call.
     *
     * @param queryReported whether the source reports query strings at all
     */
    static @Nullable HttpCall call(Attributes attributes, boolean queryReported, Interner interner) {
        String url = attributes.text("url.full", "http.url");
        String method = attributes.text("http.request.method", "http.method", "request.method");
        int status = (int) attributes.integer(
                0, "http.response.status_code", "http.status_code", "http.statusCode", "httpResponseCode");
        if (url == null && method == null && status == 0) {
            return null;
        }
        String target = attributes.text("url.path", "http.target", "http.path", "request.uri");
        String path = url == null ? target : pathOf(url);
        String query = attributes.text("url.query", "http.query");
        int mark = path == null ? -1 : path.indexOf('?');
        int width = 1;
        if (path != null && mark < 0) {
            // New Relic's agent takes path and query of Apache's client 5 for one path, and encodes the question mark.
            Matcher encoded = ENCODED_QUERY.matcher(path);
            mark = encoded.find() ? encoded.start() : -1;
            width = 3;
        }
        if (path != null && mark >= 0) {
            query = query == null ? path.substring(mark + width) : query;
            path = path.substring(0, mark);
        }
        return new HttpCall(
                verb(method),
                url == null
                        ? attributes.text("server.address", "net.peer.name", "peer.hostname", "http.host")
                        : hostOf(url),
                path == null ? null : interner.of(path),
                query,
                queryReported || query != null,
                status,
                attributes.text("http.route"),
                attributes.integer(-1, "http.response.body.size", "http.response_content_length", "http.response.size"),
                (int) attributes.integer(0, "http.request.resend_count", "http.resend_count"));
    }

    /** Agents are known to report method names of the HTTP library as the verb: those are dropped. */
    private static @Nullable String verb(@Nullable String method) {
        String upper = method == null ? "" : method.toUpperCase(Locale.ROOT);
        return VERBS.contains(upper) ? upper : null;
    }

    private static int authority(String url) {
        int scheme = url.indexOf("://");
        return scheme < 0 ? 0 : scheme + 3;
    }

    private static @Nullable String pathOf(String url) {
        int slash = url.indexOf('/', authority(url));
        if (slash >= 0) {
            int fragment = url.indexOf('#', slash);
            return fragment < 0 ? url.substring(slash) : url.substring(slash, fragment);
        }
        int query = url.indexOf('?');
        return query < 0 ? "/" : "/" + url.substring(query);
    }

    private static @Nullable String hostOf(String url) {
        int from = authority(url);
        int to = from;
        while (to < url.length() && "/?#".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        String authority = url.substring(from, to);
        int user = authority.lastIndexOf('@');
        String host = user < 0 ? authority : authority.substring(user + 1);
        int port = host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
        host = port < 0 ? host : host.substring(0, port);
        return host.isEmpty() ? null : host;
    }
}
