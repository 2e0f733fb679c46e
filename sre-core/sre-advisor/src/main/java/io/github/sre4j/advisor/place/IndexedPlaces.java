package io.github.sre4j.advisor.place;

import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.call.PathTemplate;
import io.github.sre4j.trace.place.PlaceFinder;
import io.github.sre4j.trace.place.SourcePlace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places of trace stories in a {@link SourceIndex}. Thread-safe; keeps the answers to the first questions of a kind. */
public final class IndexedPlaces implements PlaceFinder {

    /** Places that may be it, but for which nothing more speaks. */
    private static final double MIN_SCORE = 0.3;

    private static final int MAX_KEPT = 20_000;
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|into|update|join)\\s+[\"`\\[]?([\\w$.]+)", Pattern.CASE_INSENSITIVE);

    private final SourceIndex index;
    private final Map<Object, List<SourcePlace>> kept = new ConcurrentHashMap<>();

    /** A finder in an index. */
    public IndexedPlaces(SourceIndex index) {
        this.index = Objects.requireNonNull(index, "index");
    }

    private record Logged(String logger, String message) {}

    private record Ran(Statement statement, EndpointName endpoint) {}

    private record Called(String host, String path, EndpointName endpoint) {}

    @Override
    public List<SourcePlace> handlers(EndpointName endpoint) {
        return keep(endpoint, () -> index.handlers(endpoint));
    }

    @Override
    public List<SourcePlace> code(CodeLocation location) {
        String method = location.method();
        return method == null
                ? List.of()
                : keep(location, () -> index.methods(location.className(), method, location.line()));
    }

    @Override
    public List<SourcePlace> statements(Statement statement, EndpointName endpoint) {
        String table = table(statement);
        return table.isEmpty()
                ? List.of()
                : keep(
                        new Ran(statement, endpoint),
                        () -> index.statements(
                                new StatementTarget(table, operation(statement), statement.text()), endpoint));
    }

    @Override
    public List<SourcePlace> calls(HttpCall call, EndpointName endpoint) {
        String host = call.host();
        String path = call.path() == null ? "" : PathTemplate.of(call.path());
        return host == null
                ? List.of()
                : keep(new Called(host, path, endpoint), () -> index.calls(host, path, endpoint));
    }

    @Override
    public List<SourcePlace> logging(String logger, String message) {
        return keep(new Logged(logger, message), () -> index.logging(logger, message));
    }

    private static String table(Statement statement) {
        if (statement.collection() != null) {
            return statement.collection().toLowerCase(Locale.ROOT);
        }
        Matcher matcher = TABLE.matcher(Objects.requireNonNullElse(statement.text(), ""));
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static String operation(Statement statement) {
        String text = Objects.requireNonNullElse(statement.text(), "").strip();
        int end = text.indexOf(' ');
        String verb = end > 0 ? text.substring(0, end) : "select";
        return Objects.requireNonNullElse(statement.operation(), verb).toLowerCase(Locale.ROOT);
    }

    private List<SourcePlace> keep(Object question, Supplier<List<SourceLocation>> search) {
        List<SourcePlace> known = kept.get(question);
        if (known == null) {
            known = best(search.get());
            if (kept.size() < MAX_KEPT) {
                kept.put(question, known);
            }
        }
        return known;
    }

    /** Returns the places of the best score, each line once. */
    private static List<SourcePlace> best(List<SourceLocation> found) {
        double best = found.stream().mapToDouble(SourceLocation::score).max().orElse(0);
        return best < MIN_SCORE
                ? List.of()
                : found.stream()
                        .filter(each -> each.score() >= best - 1e-9)
                        .map(IndexedPlaces::place)
                        .distinct()
                        .toList();
    }

    private static SourcePlace place(SourceLocation location) {
        String simple = location.className()
                .substring(location.className().lastIndexOf('.') + 1)
                .replace('$', '.');
        String member =
                location.method() == null ? location.name(SourceName.FIELD).orElse(null) : location.method();
        return new SourcePlace(
                location.file(),
                location.line(),
                member == null ? simple : simple + "." + member,
                location.permalink().orElse(null));
    }
}
