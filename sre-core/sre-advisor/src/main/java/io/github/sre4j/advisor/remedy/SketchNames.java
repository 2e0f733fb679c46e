package io.github.sre4j.advisor.remedy;

import io.github.sre4j.advisor.cause.Cause;
import io.github.sre4j.advisor.cause.Target;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names in the texts of a fix, as their arguments: 0 the cause's subject, then every {@link SourceName} in its order (1 entity, 2 field, 3 target, 4
 * repository, 5 repository method, 6 table, 7 column, 8 client, 9 client method, 10 enclosing method), 11 the host, 12 a detail of the remedy. Unknown ones
 * are empty. All names of code are of one location; the table is that of the statement. Not thread-safe.
 */
final class SketchNames {

    private final Map<SourceName, String> known = new EnumMap<>(SourceName.class);
    private final Cause cause;
    private String detail = "";

    SketchNames(Cause cause, @Nullable SourceLocation location) {
        this.cause = cause;
        if (location != null) {
            known.putAll(location.names());
        }
        known.remove(SourceName.COLUMN);
        if (cause.target() instanceof Target.Query query) {
            known.put(SourceName.TABLE, query.statement().table());
        }
    }

    /** Adds a name that another source than the location tells. */
    SketchNames with(SourceName name, String value) {
        known.put(name, value);
        return this;
    }

    SketchNames detail(String text) {
        detail = text;
        return this;
    }

    boolean has(SourceName... wanted) {
        return List.of(wanted).stream().allMatch(known::containsKey);
    }

    String of(SourceName name) {
        return Objects.requireNonNullElse(known.get(name), "");
    }

    List<String> arguments() {
        List<String> all = new ArrayList<>();
        all.add(cause.subject());
        for (SourceName name : SourceName.values()) {
            all.add(of(name));
        }
        all.add(cause.target() instanceof Target.Call call ? call.host() : "");
        all.add(detail);
        return all;
    }
}
