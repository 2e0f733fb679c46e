package io.github.sre4j.prometheus.count;

import io.github.sre4j.prometheus.api.PrometheusClient;
import io.github.sre4j.prometheus.api.PrometheusException;
import io.github.sre4j.prometheus.api.PrometheusException.Kind;
import io.github.sre4j.prometheus.api.SampleSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Evaluates expressions on a grid, in parts where a server's limits require it. Not thread-safe. */
final class StepQueries {

    private final PrometheusClient client;
    private final CountGrid grid;
    private final List<String> texts = new ArrayList<>();

    StepQueries(PrometheusClient client, CountGrid grid) {
        this.client = client;
        this.grid = grid;
    }

    /** Returns the expressions so far. */
    List<String> texts() {
        return texts;
    }

    /** Evaluates an expression at the ends of some steps. */
    List<SampleSeries> overSteps(String expression, int first, int last) throws PrometheusException {
        texts.add(expression);
        return halving(expression, first, last);
    }

    private List<SampleSeries> halving(String expression, int first, int last) throws PrometheusException {
        try {
            return client.queryRange(expression, grid.end(first), grid.end(last), grid.step());
        } catch (PrometheusException e) {
            if (first == last || !isTooMuch(e)) {
                throw e;
            }
            int middle = (first + last) >> 1;
            List<SampleSeries> both = new ArrayList<>(halving(expression, first, middle));
            both.addAll(halving(expression, middle + 1, last));
            return both;
        }
    }

    /** Evaluates expressions, whose series differ, in as few requests as the server allows. */
    List<SampleSeries> together(List<String> expressions) throws PrometheusException {
        if (expressions.isEmpty()) {
            return List.of();
        }
        try {
            return client.query(expressions.stream().collect(Collectors.joining(" or ")), grid.to());
        } catch (PrometheusException e) {
            if (expressions.size() == 1 || !isTooMuch(e)) {
                throw e;
            }
            int middle = expressions.size() / 2;
            List<SampleSeries> both = new ArrayList<>(together(expressions.subList(0, middle)));
            both.addAll(together(expressions.subList(middle, expressions.size())));
            return both;
        }
    }

    private static boolean isTooMuch(PrometheusException e) {
        return e.kind() == Kind.LIMIT || e.kind() == Kind.QUERY_TIMEOUT;
    }
}
