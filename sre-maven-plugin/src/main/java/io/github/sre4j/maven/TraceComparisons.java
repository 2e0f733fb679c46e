package io.github.sre4j.maven;

import io.github.sre4j.sli.Durations;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.compare.CohortComparison;
import io.github.sre4j.trace.compare.Cohorts;
import io.github.sre4j.trace.compare.FeatureReader;
import io.github.sre4j.trace.compare.PairComparison;
import io.github.sre4j.trace.compare.RequestFeatures;
import io.github.sre4j.trace.render.ComparisonStory;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.render.json.JsonComparison;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Compares requests for {@code sre:trace}. */
final class TraceComparisons {

    private static final int MAX_ENDPOINTS = 10;

    private TraceComparisons() {}

    /**
     * What is shown and written.
     *
     * @param terminal for the console
     * @param markdown for {@code sre-compare.md}
     * @param json for {@code sre-compare.json}
     */
    record Result(String terminal, String markdown, String json) {}

    static Result pair(TraceData first, TraceData second, Texts texts) {
        FeatureReader reader = new FeatureReader();
        PairComparison pair = PairComparison.of(
                reader.of(TraceAnalyzer.DEFAULT.analyse(first)), reader.of(TraceAnalyzer.DEFAULT.analyse(second)));
        ComparisonStory story = ComparisonStory.of(pair);
        return new Result(story.terminal(texts, TerminalStory.WIDTH), story.markdown(texts), JsonComparison.of(pair));
    }

    /**
     * Slow against normal requests of an endpoint.
     *
     * @param slowerThan the shortest duration of what is not slow yet, or null for the slowest tenth against the faster half
     */
    static Result slowAgainstNormal(List<TraceData> traces, String endpoint, @Nullable String slowerThan, Texts texts)
            throws MojoExecutionException {
        FeatureReader reader = new FeatureReader();
        List<RequestFeatures> all = traces.stream()
                .map(TraceAnalyzer.DEFAULT::analyse)
                .map(reader::of)
                .toList();
        List<RequestFeatures> requests = all.stream()
                .filter(each -> each.endpoint().equalsIgnoreCase(endpoint.strip()))
                .toList();
        if (requests.isEmpty()) {
            throw GoalException.of("no-request-of-endpoint", endpoint, mostFrequent(all));
        }
        Cohorts.Split split = slowerThan == null
                ? Cohorts.DEFAULT.slowest(requests)
                : Cohorts.DEFAULT.slowerThan(requests, nanos(slowerThan));
        CohortComparison comparison = Cohorts.DEFAULT.compare(split.slow(), split.normal());
        String name = requests.get(0).endpoint();
        ComparisonStory story = ComparisonStory.of(name, split, comparison);
        return new Result(
                story.terminal(texts, TerminalStory.WIDTH),
                story.markdown(texts),
                JsonComparison.of(name, split, comparison));
    }

    private static long nanos(String slowerThan) throws MojoExecutionException {
        try {
            return Durations.parse(slowerThan).toNanos();
        } catch (IllegalArgumentException e) {
            throw GoalException.of("sre.slowerThan", e);
        }
    }

    private static List<String> mostFrequent(List<RequestFeatures> requests) {
        Map<String, Integer> counts = new TreeMap<>();
        requests.forEach(each -> counts.merge(each.endpoint(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_ENDPOINTS)
                .map(entry -> String.format(Locale.ROOT, "'%s' (%d)", entry.getKey(), entry.getValue()))
                .toList();
    }
}
