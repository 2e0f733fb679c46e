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

/**
 * The names a proposal speaks in, as arguments of its texts: 0 the cause's subject, then every {@link SourceName} in its order (1 entity, 2 field,
 * 3 target, 4 repository, 5 repository method, 6 table, 7 column, 8 client, 9 client method, 10 enclosing method), 11 the host. What is not known is
 * an empty text.
 */
public final class SketchNames {

    private final Map<SourceName, String> known = new EnumMap<>(SourceName.class);
    private final Cause cause;

    SketchNames(Cause cause, List<SourceLocation> places) {
        this.cause = cause;
        places.forEach(place -> place.names().forEach(known::putIfAbsent));
        if (cause.target() instanceof Target.Query query) {
            known.putIfAbsent(SourceName.TABLE, query.statement().table());
            String sql = query.statement().sql();
            if (sql != null) {
                FilterNames.column(sql).ifPresent(column -> known.putIfAbsent(SourceName.COLUMN, column));
            }
        }
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
        return all;
    }
}
