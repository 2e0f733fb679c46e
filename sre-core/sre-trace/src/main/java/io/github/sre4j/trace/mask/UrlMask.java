package io.github.sre4j.trace.mask;

import io.github.sre4j.trace.call.PathTemplate;
import java.util.StringJoiner;

/** Takes the values out of paths and query strings; names of parameters stay. */
final class UrlMask {

    private UrlMask() {}

    static String path(String path) {
        int mark = path.indexOf('?');
        return mark < 0
                ? PathTemplate.of(path)
                : PathTemplate.of(path.substring(0, mark)) + "?" + query(path.substring(mark + 1));
    }

    static String query(String query) {
        StringJoiner masked = new StringJoiner("&");
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            masked.add(equals < 0 ? "*" : parameter.substring(0, equals) + "=*");
        }
        return masked.toString();
    }
}
