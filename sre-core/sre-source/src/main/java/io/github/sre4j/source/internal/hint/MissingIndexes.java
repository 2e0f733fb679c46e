package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Queries whose filters no index helps, as far as migrations and annotations tell. */
final class MissingIndexes implements Rule {

    private final DataAccess data;

    MissingIndexes(DataAccess data) {
        this.data = data;
    }

    @Override
    public void check(Endpoint endpoint, Consumer<Hint> found) {
        Set<String> told = new HashSet<>();
        for (Endpoint.Found each : endpoint.accesses()) {
            boolean filters = !each.access().operations().contains("insert")
                    && data.lacksIndex(each.access().filters());
            Method method = each.method();
            Site site = each.site();
            int line = site == null ? method.facts().lines().at() : site.line();
            if (filters && told.add(method + ":" + line)) {
                Map<SourceName, String> names = Names.of(method);
                Names.put(names, each.access(), data);
                found.accept(Hint.in(method, line, CodeHint.Kind.FILTER_WITHOUT_INDEX, 0.8, names));
            }
        }
    }
}
