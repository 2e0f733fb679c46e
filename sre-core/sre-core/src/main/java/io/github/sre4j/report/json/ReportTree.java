package io.github.sre4j.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.ExcludedName;
import io.github.sre4j.assess.GoalProgress;
import io.github.sre4j.assess.ObservedTime;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.assess.course.TimeCourse;
import io.github.sre4j.baseline.BaselineComparison;
import io.github.sre4j.baseline.BaselineComparison.State;
import io.github.sre4j.baseline.BaselineComparison.Why;
import io.github.sre4j.fix.FixDecision;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.history.Trend;
import io.github.sre4j.report.ListedEndpoints;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.ShiftSli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The report as a JSON tree. */
final class ReportTree {

    private final JsonNodeFactory nodes;
    // The file is for tools and strangers: its sentences are English whatever the language of the build.
    private final Sentences sentences = new Sentences(Texts.in(Locale.ENGLISH), UnaryOperator.identity());

    ReportTree(JsonNodeFactory nodes) {
        this.nodes = nodes;
    }

    ObjectNode of(ServiceLevelReport report) {
        ObjectNode root = nodes.objectNode();
        root.put("schemaVersion", JsonReport.SCHEMA_VERSION);
        root.put("generatedAt", report.generatedAt().toString());
        root.putObject("service")
                .put("name", report.service().name())
                .put("account", report.service().account())
                .put("app", report.service().app());
        root.set("window", window(report.assessment().window()));
        root.set("observed", observed(report.assessment().observed()));
        root.putObject("standard")
                .put("name", report.assessment().standard().name())
                .put("version", report.assessment().standard().version())
                .put("confidence", report.assessment().standard().confidence());
        root.set("source", source(report.source()));
        root.set("gate", gate(report.gate()));
        root.set("goal", goal(report.assessment().goal()));
        ListedEndpoints listed = ListedEndpoints.of(report);
        root.set("endpoints", array(listed.endpoints(), result -> endpoint(result, report)));
        root.set("setAside", array(listed.excluded(), this::setAside));
        if (listed.omitsSome()) {
            root.putObject("omitted")
                    .put("endpoints", listed.omittedEndpoints())
                    .put("setAside", listed.omittedExcluded());
        }
        report.assessment().unroutedShare().ifPresent(unrouted -> root.set("unrouted", unrouted(unrouted)));
        root.set("waivers", array(report.assessment().waivers(), this::waiver));
        // The schema requires the field; the part that holds candidates replaces the empty list.
        root.putArray("candidates");
        report.parts(JsonPart.class)
                .forEach(part ->
                        part.fields(report).forEach((name, value) -> root.set(name, PlainValues.node(value, nodes))));
        report.history().ifPresent(trend -> root.set("trend", trend(trend)));
        return root;
    }

    private ObjectNode trend(Trend trend) {
        ObjectNode node = nodes.objectNode();
        node.set(
                "weeks",
                array(
                        trend.weeks(),
                        week -> nodes.objectNode()
                                .put("monday", week.monday().toString())
                                .put("remaining", week.remaining())
                                .put("excessSecondsPerDay", week.excessSecondsPerDay())));
        node.put("excessGivenBackSecondsPerDay", rounded(trend.excessGivenBack()));
        node.put("overrides", trend.overrides());
        trend.arrival()
                .ifPresent(arrival -> node.putObject("arrival")
                        .put("earliest", arrival.earliest().toString())
                        .put("latest", arrival.latest().toString()));
        return node;
    }

    private ObjectNode window(Window window) {
        return nodes.objectNode()
                .put("from", window.from().toString())
                .put("to", window.to().toString());
    }

    private ObjectNode observed(ObservedTime observed) {
        return nodes.objectNode()
                .put("from", observed.from().toString())
                .put("to", observed.to().toString())
                .put("seconds", seconds(observed.length()));
    }

    private ObjectNode source(SourceReport source) {
        ObjectNode node = nodes.objectNode();
        node.put("kind", source.kind());
        node.put("events", source.events());
        node.put("outsideWindow", source.outsideWindow());
        node.put("rejectedLines", source.rejections().total());
        node.set(
                "rejected",
                array(
                        source.rejections().named(),
                        rejection -> nodes.objectNode()
                                .put("where", rejection.where())
                                .put("line", rejection.line())
                                .put("why", rejection.why().english())));
        node.put("sampled", source.sampling() instanceof Sampling.Sampled);
        if (source.sampling() instanceof Sampling.Sampled sampled) {
            node.put("keptShare", sampled.keptShare());
        }
        ArrayNode notes = node.putArray("notes");
        source.notes().forEach(note -> notes.add(note.english()));
        node.set(
                "noted",
                array(
                        source.notes().stream()
                                .filter(note -> note.room() != null)
                                .toList(),
                        this::noted));
        if (!source.incomplete().isEmpty()) {
            ArrayNode incomplete = node.putArray("incomplete");
            source.incomplete().forEach(each -> incomplete.add(each.english()));
        }
        if (!source.queries().isEmpty()) {
            ArrayNode queries = node.putArray("queries");
            source.queries().forEach(queries::add);
        }
        return node;
    }

    /** The same for tools, which cannot rely on words. */
    private ObjectNode noted(Message note) {
        ObjectNode node = nodes.objectNode();
        node.put("key", note.key());
        ArrayNode arguments = node.putArray("arguments");
        for (Object argument : note.arguments()) {
            if (argument instanceof Number number) {
                arguments.add(new BigDecimal(number.toString()));
            } else {
                arguments.add(String.valueOf(argument));
            }
        }
        return node;
    }

    private ObjectNode gate(GateDecision gate) {
        ObjectNode node = nodes.objectNode();
        node.put("enforcement", gate.enforcement().id());
        node.put("outcome", gate.outcome().id());
        node.put("passed", gate.passed());
        node.put("wouldPassEnforced", gate.wouldPassEnforced());
        ArrayNode reasons = node.putArray("reasons");
        gate.reasons().forEach(reason -> reasons.add(sentences.reason(reason)));
        gate.overriddenBecause().ifPresent(why -> node.put("override", why));
        gate.withBaseline().ifPresent(comparison -> node.set("baseline", baseline(comparison)));
        if (!gate.fixes().uses().isEmpty()) {
            node.set("fixes", array(gate.fixes().uses(), this::fix));
        }
        return node;
    }

    private ObjectNode fix(FixDecision use) {
        ObjectNode node = nodes.objectNode();
        node.put("endpoint", use.fix().endpoint().value());
        node.put("sli", use.fix().kind().id());
        node.put("state", use.state().id());
        node.put("commit", use.fix().commit());
        node.put("since", use.fix().since().toString());
        node.put("until", use.fix().until().toString());
        node.put("attempt", use.fix().attempt());
        use.touched()
                .ifPresent(place ->
                        node.putObject("code").put("file", place.file()).put("line", place.line()));
        return node;
    }

    private ObjectNode baseline(BaselineComparison comparison) {
        ObjectNode node = nodes.objectNode();
        node.put("present", comparison.present());
        node.put("sameStandard", comparison.sameStandard());
        for (State state : State.values()) {
            node.put(state.id(), comparison.in(state).size());
        }
        node.set(
                "stale",
                array(
                        comparison.stale().stream().limit(ListedEndpoints.MAX).toList(),
                        stale -> nodes.objectNode()
                                .put("endpoint", stale.entry().endpoint().value())
                                .put("sli", stale.entry().kind().id())
                                .put("why", stale.why() == Why.MET ? "met" : "gone")));
        return node;
    }

    private ObjectNode goal(GoalProgress goal) {
        return nodes.objectNode()
                .put("endpoints", goal.endpoints())
                .put("met", goal.met())
                .put("missed", goal.missed())
                .put("undecided", goal.undecided())
                .put("waived", goal.waived())
                .put("noData", goal.noData())
                .put("remaining", goal.remaining())
                .put("excessSeconds", seconds(goal.excess()));
    }

    private ObjectNode endpoint(EndpointResult result, ServiceLevelReport report) {
        GateDecision gate = report.gate();
        ObjectNode node = nodes.objectNode();
        node.put("name", result.endpoint().name().value());
        node.put("label", result.endpoint().label());
        node.put("class", result.endpointClass().name());
        node.put("requests", result.measurement().whole().requests());
        node.put("errors", result.measurement().whole().errors());
        node.put("traffic", result.measurement().traffic());
        node.set(
                "latencyMs",
                result.measurement().latencySummary().map(this::latency).orElse(null));
        node.put("excessSeconds", seconds(result.measurement().excess()));
        node.set("slis", array(result.slis(), sli -> sli(sli, state(gate, result, sli))));
        node.put("verdict", result.verdict().name());
        node.set(
                "code",
                report.code(result.endpoint().name())
                        .map(place -> PlainValues.node(JsonReport.location(place), nodes))
                        .orElse(null));
        return node;
    }

    private static Optional<State> state(GateDecision gate, EndpointResult result, SliResult sli) {
        return gate.withBaseline()
                .filter(BaselineComparison::present)
                .flatMap(comparison ->
                        comparison.stateOf(result.endpoint().name(), sli.sli().kind()));
    }

    private ObjectNode latency(LatencySummary latency) {
        return nodes.objectNode()
                .put("p50", millis(latency.p50()))
                .put("p90", millis(latency.p90()))
                .put("p95", millis(latency.p95()))
                .put("p99", millis(latency.p99()))
                .put("max", millis(latency.max()))
                .put("relativeError", latency.relativeError());
    }

    private ObjectNode sli(SliResult result, Optional<State> known) {
        ObjectNode node = nodes.objectNode();
        SliKind kind = result.sli().kind();
        node.put("kind", kind.id());
        if (result.sli() instanceof LatencySli latency) {
            node.put("thresholdMs", millis(latency.threshold()));
        }
        if (result.sli() instanceof ShiftSli shift) {
            node.put("limit", shift.limit());
        }
        node.put("objective", result.sli().objective().ratio());
        node.put("good", result.tally().good());
        node.put("total", result.tally().total());
        if (result.tally().total() == 0) {
            node.putNull("ratio");
        } else {
            node.put("ratio", result.tally().goodRatio());
        }
        node.putArray("interval")
                .add(rounded(result.interval().low()))
                .add(rounded(result.interval().high()));
        node.put("verdict", result.verdict().name());
        node.put("reason", result.reason().name());
        node.put("pValue", rounded(result.pValue()));
        known.ifPresent(state -> node.put("baseline", state.id()));
        result.furtherGood().ifPresent(more -> node.put("furtherGood", more));
        node.put("dispersion", rounded(result.dispersion().factor()));
        result.timeCourse().ifPresent(course -> node.set("course", course(course)));
        result.hourWithMostBad()
                .ifPresent(hour -> node.putObject("worstHour")
                        .put("from", hour.start().toString())
                        .put("bad", hour.counts().tally(kind).bad())
                        .put("total", hour.counts().requests()));
        return node;
    }

    private ObjectNode unrouted(EndpointResult result) {
        SliResult share = result.slis().get(0);
        return nodes.objectNode()
                .put("requests", share.tally().bad())
                .put("total", share.tally().total())
                .put("limit", BigDecimal.ONE.subtract(share.sli().objective().ratio()))
                .put("verdict", result.verdict().name())
                .put("reason", share.reason().name());
    }

    private ObjectNode course(TimeCourse course) {
        ObjectNode node = nodes.objectNode();
        node.put("kind", course.kind().name().toLowerCase(Locale.ROOT));
        course.badPeriod()
                .ifPresent(period -> node.put("from", period.from().toString())
                        .put("to", period.to().toString())
                        .put("hours", period.hours())
                        .put("bad", period.inside().bad())
                        .put("total", period.inside().total())
                        .put("shareOfBad", rounded(period.shareOfBad())));
        course.deploymentAtStart()
                .ifPresent(deployment -> node.putObject("deployment")
                        .put("at", deployment.at().toString())
                        .put("version", deployment.version())
                        .put("commit", deployment.commit()));
        return node;
    }

    private ObjectNode setAside(ExcludedName aside) {
        return nodes.objectNode()
                .put("name", aside.endpoint().name().value())
                .put("requests", aside.requests())
                .put("errors", aside.errors())
                .put("reason", aside.notARequest().map(reason -> reason.id()).orElse("no-class-matches"));
    }

    private ObjectNode waiver(WaiverUse use) {
        ObjectNode node = nodes.objectNode();
        node.put("endpoint", use.waiver().endpoint().text());
        node.put("sli", use.waiver().onlySli().map(SliKind::id).orElse(null));
        node.put("reason", use.waiver().reason());
        node.put("owner", use.waiver().owner());
        node.put("until", use.waiver().until().toString());
        node.put("daysLeft", use.daysLeft());
        node.put("endpoints", use.endpoints());
        node.put("refused", use.refused());
        return node;
    }

    private <T> ArrayNode array(List<T> items, java.util.function.Function<T, ObjectNode> each) {
        ArrayNode array = nodes.arrayNode();
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }

    /** What comes of logarithms may differ between machines in its last digits; files should not. */
    private static double rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(JsonReport.SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    private static BigDecimal seconds(Duration duration) {
        return plain(BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9)));
    }

    private static BigDecimal millis(Duration duration) {
        return plain(BigDecimal.valueOf(duration.toNanos(), 6));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
