package io.github.sre4j.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.events.EventFiles;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report file against a calculation that shares nothing with the product: rows as trees, decimal numbers of sixty digits, binomial tails
 * by plain addition, Holm's procedure as its author writes it down.
 */
class IndependentCalculationTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final Instant TO = Instant.parse("2026-11-22T08:26:30Z");
    private static final Instant FROM = TO.minus(Duration.ofMinutes(10));
    private static final BigDecimal LATENCY_ALLOWED = new BigDecimal("0.05");
    private static final BigDecimal ERRORS_ALLOWED = new BigDecimal("0.01");

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private Path folder;

    private static final double ASSUMED_DISPERSION = 1.5;
    private static final double ASSUMED_FREEDOM = 10;

    /** Counts of one SLI of one endpoint, and how they are to be judged. */
    private record Question(
            String endpoint, String kind, BigDecimal allowed, long[] first, long[] second, BigDecimal pValue) {

        int total() {
            return (int) (first[0] + second[0]);
        }

        int bad() {
            return (int) (first[1] + second[1]);
        }

        boolean chronic() {
            return exceeds(first) && exceeds(second);
        }

        private boolean exceeds(long[] half) {
            return half[0] == 0
                    || BigDecimal.valueOf(half[1]).compareTo(allowed.multiply(BigDecimal.valueOf(half[0]))) > 0;
        }
    }

    @Test
    void every_number_and_verdict_of_the_report_file_is_that_of_a_plain_calculation() throws Exception {
        for (String threshold : List.of("1s", "100ms", "20ms", "8ms")) {
            JsonNode report = report(threshold);
            BigDecimal limit = seconds(threshold);
            Map<String, List<JsonNode>> rows = judgedRows(report);
            List<Question> questions = new ArrayList<>();
            for (Map.Entry<String, List<JsonNode>> each : rows.entrySet()) {
                JsonNode endpoint = endpoint(report, each.getKey());
                countsAndTimes(endpoint, each.getValue(), limit);
                questions.add(latency(each.getKey(), each.getValue(), limit));
                questions.add(errors(each.getKey(), each.getValue()));
            }
            judge(report, questions);
        }
    }

    @Test
    void the_four_thresholds_show_every_verdict_there_is_from_real_data() throws Exception {
        List<String> verdicts = new ArrayList<>();
        for (String threshold : List.of("1s", "100ms", "20ms", "8ms")) {
            report(threshold)
                    .get("endpoints")
                    .forEach(endpoint -> endpoint.get("slis")
                            .forEach(sli -> verdicts.add(sli.get("kind").asText() + " "
                                    + sli.get("verdict").asText() + " "
                                    + sli.get("reason").asText())));
        }
        assertThat(verdicts)
                .contains(
                        "latency MISSED CHRONIC",
                        "latency MET WITHIN",
                        "latency UNDECIDED TOO_LITTLE_TRAFFIC",
                        "errors MISSED CHRONIC",
                        "errors MET WITHIN",
                        "errors UNDECIDED TOO_LITTLE_TRAFFIC");
    }

    private static void countsAndTimes(JsonNode endpoint, List<JsonNode> rows, BigDecimal limit) {
        List<BigDecimal> durations = rows.stream()
                .map(row -> row.get("duration").decimalValue())
                .sorted()
                .toList();
        assertThat(endpoint.get("requests").asLong()).isEqualTo(rows.size());
        assertThat(endpoint.get("errors").asLong())
                .isEqualTo(rows.stream()
                        .filter(row -> row.get("error").asBoolean())
                        .count());
        BigDecimal excess = durations.stream()
                .map(duration -> duration.subtract(limit).max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(endpoint.get("excessSeconds").decimalValue()).isEqualByComparingTo(excess);
        for (int percentile : new int[] {50, 90, 95, 99}) {
            double exact = durations
                            .get((percentile * durations.size() + 99) / 100 - 1)
                            .doubleValue()
                    * 1000;
            assertThat(endpoint.get("latencyMs").get("p" + percentile).asDouble())
                    .isCloseTo(exact, within(exact * 0.001));
        }
        assertThat(endpoint.get("latencyMs").get("max").decimalValue())
                .isEqualByComparingTo(durations.get(durations.size() - 1).movePointRight(3));
    }

    private static void judge(JsonNode report, List<Question> questions) {
        List<Question> ascending = questions.stream()
                .sorted(Comparator.comparing(Question::pValue))
                .toList();
        boolean rejecting = true;
        for (int i = 0; i < ascending.size(); i++) {
            Question question = ascending.get(i);
            // Holm: the i-th smallest is rejected while p <= alpha / (m - i), and none after the first that is not.
            rejecting &= question.pValue()
                            .multiply(BigDecimal.valueOf(ascending.size() - i))
                            .compareTo(new BigDecimal("0.01"))
                    <= 0;
            boolean met =
                    atMost(question.total(), question.bad(), question.allowed()).compareTo(new BigDecimal("0.05")) <= 0;
            String verdict = rejecting ? question.chronic() ? "MISSED" : "UNDECIDED" : met ? "MET" : "UNDECIDED";
            JsonNode sli = sli(report, question);
            String what = question.toString();
            assertThat(sli.get("verdict").asText()).as(what).isEqualTo(verdict);
            assertThat(sli.get("total").asInt()).as(what).isEqualTo(question.total());
            assertThat(sli.get("good").asInt()).as(what).isEqualTo(question.total() - question.bad());
            assertThat(sli.get("pValue").asDouble())
                    .as(what)
                    .isCloseTo(
                            question.pValue().doubleValue(),
                            within(question.pValue().doubleValue() * 1e-3));
            interval(sli, question);
            furtherGood(sli, question, met);
        }
    }

    /** The Clopper-Pearson interval by what it means: at its ends the tails hold 2.5% each, within the last digit that is written. */
    private static void interval(JsonNode sli, Question question) {
        BigDecimal low = sli.get("interval").get(0).decimalValue();
        BigDecimal high = sli.get("interval").get(1).decimalValue();
        BigDecimal digit = new BigDecimal("1e-12");
        BigDecimal tail = new BigDecimal("0.025");
        int good = question.total() - question.bad();
        if (good == 0) {
            assertThat(low).isEqualByComparingTo(BigDecimal.ZERO);
        } else {
            assertThat(atLeast(question.total(), good, low.subtract(digit))).isLessThan(tail);
            assertThat(atLeast(question.total(), good, low.add(digit))).isGreaterThan(tail);
        }
        if (question.bad() == 0) {
            assertThat(high).isEqualByComparingTo(BigDecimal.ONE);
        } else {
            assertThat(atMost(question.total(), good, high.subtract(digit))).isGreaterThan(tail);
            assertThat(atMost(question.total(), good, high.add(digit))).isLessThan(tail);
        }
    }

    private static void furtherGood(JsonNode sli, Question question, boolean met) {
        if (met || sli.get("verdict").asText().equals("MISSED")) {
            return;
        }
        int more = sli.get("furtherGood").asInt();
        BigDecimal risk = new BigDecimal("0.05");
        assertThat(atMost(question.total() + more, question.bad(), question.allowed()))
                .isLessThanOrEqualTo(risk);
        assertThat(atMost(question.total() + more - 1, question.bad(), question.allowed()))
                .isGreaterThan(risk);
    }

    private static Question latency(String endpoint, List<JsonNode> rows, BigDecimal limit) {
        long[][] halves = new long[2][2];
        for (JsonNode row : rows) {
            long[] half = half(halves, row);
            half[0]++;
            half[1] += row.get("duration").decimalValue().compareTo(limit) > 0 ? 1 : 0;
        }
        return question(endpoint, "latency", LATENCY_ALLOWED, halves);
    }

    private static Question errors(String endpoint, List<JsonNode> rows) {
        long[][] halves = new long[2][2];
        for (JsonNode row : rows) {
            long[] half = half(halves, row);
            half[0]++;
            half[1] += row.get("error").asBoolean() ? 1 : 0;
        }
        return question(endpoint, "errors", ERRORS_ALLOWED, halves);
    }

    private static long[] half(long[][] halves, JsonNode row) {
        long middle = (FROM.toEpochMilli() + TO.toEpochMilli()) / 2;
        return halves[row.get("timestamp").asLong() < middle ? 0 : 1];
    }

    private static Question question(String endpoint, String kind, BigDecimal allowed, long[][] halves) {
        int total = (int) (halves[0][0] + halves[1][0]);
        int bad = (int) (halves[0][1] + halves[1][1]);
        return new Question(endpoint, kind, allowed, halves[0], halves[1], scaledTail(total, bad, allowed));
    }

    /**
     * The p-value as the page on statistics says it of ten minutes in one hour, which tell nothing of bursts: counts divided by 1.5, the tail continued by
     * the incomplete beta function, its normal score referred to Student's t with 10 degrees of freedom. Calculated by another library.
     */
    private static BigDecimal scaledTail(int total, int bad, BigDecimal allowed) {
        double n = total / ASSUMED_DISPERSION;
        double k = bad / ASSUMED_DISPERSION;
        double tail = bad == 0 ? 1 : BetaDistribution.of(k, n - k + 1).cumulativeProbability(allowed.doubleValue());
        if (tail >= 0.5 || tail == 0) {
            return BigDecimal.valueOf(tail);
        }
        double score = NormalDistribution.of(0, 1).inverseSurvivalProbability(Math.max(tail, 1e-300));
        return BigDecimal.valueOf(
                Math.max(tail, TDistribution.of(ASSUMED_FREEDOM).survivalProbability(score)));
    }

    private static BigDecimal atLeast(int n, int k, BigDecimal p) {
        return sum(n, k, n, p);
    }

    private static BigDecimal atMost(int n, int k, BigDecimal p) {
        return sum(n, 0, k, p);
    }

    /** Probabilities of {@code from} to {@code to} events of {@code n}, added one by one. */
    private static BigDecimal sum(int n, int from, int to, BigDecimal p) {
        BigDecimal other = BigDecimal.ONE.subtract(p);
        if (p.signum() <= 0 || other.signum() <= 0) {
            boolean certain = p.signum() <= 0 ? from == 0 : to == n;
            return certain ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        BigDecimal odds = p.divide(other, DIGITS);
        BigDecimal term = other.pow(n, DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k <= to; k++) {
            if (k >= from) {
                sum = sum.add(term, DIGITS);
            }
            term = term.multiply(odds, DIGITS)
                    .multiply(BigDecimal.valueOf(n - k), DIGITS)
                    .divide(BigDecimal.valueOf(k + 1L), DIGITS);
        }
        return sum;
    }

    private Map<String, List<JsonNode>> judgedRows(JsonNode report) throws IOException {
        Map<String, List<JsonNode>> rows = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(captured()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = mapper.readTree(line);
                long at = row.get("timestamp").asLong();
                if (at >= FROM.toEpochMilli() && at < TO.toEpochMilli()) {
                    rows.computeIfAbsent(row.get("name").asText(), name -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        for (JsonNode aside : report.get("setAside")) {
            assertThat(rows.remove(aside.get("name").asText()))
                    .hasSize(aside.get("requests").asInt());
        }
        assertThat(rows).hasSize(report.get("endpoints").size());
        return rows;
    }

    private JsonNode report(String threshold) throws Exception {
        Path events = folder.resolve("Transaction.ndjson.gz");
        if (!Files.exists(events)) {
            try (InputStream in = captured()) {
                Files.copy(in, events);
            }
        }
        String standard = """
                version: 1
                name: independent
                classes:
                  - name: all
                    match: "**"
                    latency: {within: %s, for: 95%%}
                    errors: {below: 1%%}
                """.formatted(threshold);
        ServiceLevelReport report = new ServiceLevelCheck(
                        StandardYaml.read("standard.yaml", standard.getBytes(StandardCharsets.UTF_8)),
                        Product.NOT_CONFIGURED,
                        Clock.fixed(TO, ZoneOffset.UTC))
                .run(
                        new EventFiles(events, null),
                        new CheckOptions(
                                new Service("petclinic", null),
                                new Window(FROM, TO),
                                Enforcement.OBSERVE,
                                OnNoData.FAIL),
                        ProgressListener.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report, out);
        return mapper.readTree(out.toByteArray());
    }

    private static InputStream captured() {
        return EventFiles.class.getResourceAsStream("Transaction.ndjson.gz");
    }

    private static BigDecimal seconds(String threshold) {
        return threshold.endsWith("ms")
                ? new BigDecimal(threshold.substring(0, threshold.length() - 2)).movePointLeft(3)
                : new BigDecimal(threshold.substring(0, threshold.length() - 1));
    }

    private static JsonNode endpoint(JsonNode report, String name) {
        for (JsonNode endpoint : report.get("endpoints")) {
            if (endpoint.get("name").asText().equals(name)) {
                return endpoint;
            }
        }
        throw new AssertionError("the report has no endpoint " + name);
    }

    private static JsonNode sli(JsonNode report, Question question) {
        for (JsonNode sli : endpoint(report, question.endpoint()).get("slis")) {
            if (sli.get("kind").asText().equals(question.kind())) {
                return sli;
            }
        }
        throw new AssertionError("the report has no " + question);
    }
}
