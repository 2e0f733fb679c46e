package io.github.sre4j.examples.faults;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs requests through a system in virtual time and records spans and log lines as instrumentation would. */
final class Simulation {

    /** How a piece of code ended. */
    enum Outcome {
        OK,
        WRONG,
        FAILED
    }

    private static final String ERROR = "java.lang.IllegalStateException";

    private final EventQueue time = new EventQueue();
    private final Topology topology;
    private final Fault fault;
    private final Random random;
    private final long epoch;
    private final Map<String, List<Instance>> instances = new HashMap<>();
    private final Map<String, List<Span>> spans = new LinkedHashMap<>();
    private final Map<String, List<LogLine>> logs = new HashMap<>();

    Simulation(Topology topology, Fault fault, long seed, long epoch) {
        this.topology = topology;
        this.fault = fault;
        this.random = new Random(seed);
        this.epoch = epoch;
        for (ServiceSpec service : topology.services().values()) {
            List<Instance> all = new ArrayList<>();
            for (int i = 0; i < service.instances(); i++) {
                boolean hit = fault.hits(Fault.Type.CPU, service.name())
                        && fault.endpoint() == null
                        && (fault.instance() < 0 || fault.instance() == i);
                all.add(new Instance(time, random, service, i, hit ? fault.size() : 1));
            }
            instances.put(service.name(), all);
        }
    }

    /** Work in progress within one server span. */
    private record Context(
            String trace, String span, String server, ServiceSpec service, Endpoint endpoint, Instance instance) {
        Context in(String child) {
            return new Context(trace, child, server, service, endpoint, instance);
        }
    }

    List<TraceData> run(int requests, double seconds) {
        for (int i = 0; i < requests; i++) {
            time.at((long) (random.nextDouble() * seconds * 1e9), () -> {
                String endpoint =
                        topology.mix().get(random.nextInt(topology.mix().size()));
                handle(hex(32), null, topology.entry(), endpoint, outcome -> {});
            });
        }
        time.run();
        List<TraceData> traces = new ArrayList<>();
        spans.forEach((id, all) -> traces.add(new TraceData(
                id, TraceFormat.OTLP, all, logs.getOrDefault(id, List.of()), List.of(), List.of(), List.of())));
        return traces;
    }

    private void handle(
            String trace, @Nullable String parent, String name, String endpointName, Consumer<Outcome> done) {
        ServiceSpec service = topology.service(name);
        Instance instance = Objects.requireNonNull(instances.get(name)).get(random.nextInt(service.instances()));
        instance.acquire(() -> {
            String id = hex(16);
            long start = time.now();
            Endpoint endpoint = service.endpoint(endpointName);
            Context context = new Context(trace, id, id, service, endpoint, instance);
            run(endpoint.steps(), 0, context, true, outcome -> {
                span(
                        context,
                        Span.builder(id, name, endpointName)
                                .parent(parent)
                                .kind(SpanKind.SERVER)
                                .entryPoint(true),
                        start,
                        outcome);
                instance.release();
                done.accept(outcome);
            });
        });
    }

    private void run(List<Step> steps, int index, Context context, boolean top, Consumer<Outcome> done) {
        if (top && index == fault.position() && isHit(context)) {
            if (fault.type() == Fault.Type.WRONG_RETURN) {
                done.accept(Outcome.WRONG);
            } else {
                fail(context, "unexpected state of " + context.endpoint().name(), done);
            }
            return;
        }
        if (index == steps.size()) {
            done.accept(Outcome.OK);
            return;
        }
        Consumer<Outcome> next = outcome -> {
            if (outcome == Outcome.OK) {
                run(steps, index + 1, context, top, done);
            } else {
                done.accept(outcome);
            }
        };
        step(steps.get(index), context, next);
    }

    private boolean isHit(Context context) {
        return (fault.type() == Fault.Type.WRONG_RETURN || fault.type() == Fault.Type.EXCEPTION)
                && fault.service().equals(context.service().name())
                && context.endpoint().name().equals(fault.endpoint())
                && random.nextDouble() < fault.probability();
    }

    private void step(Step step, Context context, Consumer<Outcome> next) {
        if (step instanceof Step.Log log) {
            log(context, log.line(), Severity.INFO, log.statement(), null);
            time.after(30, () -> next.accept(Outcome.OK));
        } else if (step instanceof Step.Work work) {
            boolean hit = fault.hits(Fault.Type.CPU, context.service().name())
                    && context.endpoint().name().equals(fault.endpoint());
            context.instance().compute(work.micros() * (hit ? fault.size() : 1), () -> next.accept(Outcome.OK));
        } else if (step instanceof Step.Call call) {
            call(call, context, next);
        } else if (step instanceof Step.Query query) {
            query(query, context, next);
        } else if (step instanceof Step.Section section) {
            String id = hex(16);
            long start = time.now();
            run(section.steps(), 0, context.in(id), false, outcome -> {
                span(
                        context,
                        Span.builder(id, context.service().name(), section.method())
                                .parent(context.span()),
                        start,
                        outcome);
                next.accept(outcome);
            });
        } else if (step instanceof Step.Branch branch) {
            run(
                    random.nextDouble() < branch.probability() ? branch.steps() : branch.otherwise(),
                    0,
                    context,
                    false,
                    next);
        } else if (step instanceof Step.Concurrent concurrent) {
            int[] open = {concurrent.calls().size()};
            Outcome[] worst = {Outcome.OK};
            for (Step.Call call : concurrent.calls()) {
                call(call, context, outcome -> {
                    worst[0] = outcome.compareTo(worst[0]) > 0 ? outcome : worst[0];
                    if (--open[0] == 0) {
                        next.accept(worst[0]);
                    }
                });
            }
        }
    }

    private void call(Step.Call call, Context context, Consumer<Outcome> next) {
        String id = hex(16);
        long start = time.now();
        time.after(
                200 + delay(context.service().name()),
                () -> handle(
                        context.trace(),
                        id,
                        call.service(),
                        call.endpoint(),
                        outcome -> time.after(200 + delay(call.service()), () -> {
                            String verb =
                                    call.endpoint().substring(0, call.endpoint().indexOf(' '));
                            SpanBuilder span = Span.builder(
                                            id, context.service().name(), "HTTP " + verb)
                                    .parent(context.span())
                                    .kind(SpanKind.CLIENT)
                                    .category(SpanCategory.HTTP);
                            span(context, span, start, outcome == Outcome.FAILED ? outcome : Outcome.OK);
                            answered(call, context, outcome, next);
                        })));
    }

    private void answered(Step.Call call, Context context, Outcome outcome, Consumer<Outcome> next) {
        if (outcome == Outcome.OK) {
            next.accept(Outcome.OK);
        } else if (call.tolerant()) {
            log(context, 400, Severity.WARN, "no usable answer from " + call.service() + ", going on", null);
            next.accept(Outcome.OK);
        } else if (outcome == Outcome.WRONG) {
            log(context, 404, Severity.WARN, "nothing found at " + call.service(), null);
            next.accept(Outcome.WRONG);
        } else {
            fail(context, "500 from " + call.service(), next);
        }
    }

    private void fail(Context context, String message, Consumer<Outcome> done) {
        if (context.service().logsFailures()) {
            log(
                    context,
                    0,
                    Severity.ERROR,
                    "request failed: " + message,
                    ERROR + ": " + message + "\n\tat shop." + context.endpoint().className() + ".handle("
                            + context.endpoint().className() + ".java:57)");
        }
        done.accept(Outcome.FAILED);
    }

    private void query(Step.Query query, Context context, Consumer<Outcome> next) {
        long start = time.now();
        double noise = Math.exp(0.4 * random.nextGaussian());
        time.after(150 + delay(context.service().name()) + query.micros() * noise, () -> {
            SpanBuilder span = Span.builder(
                            hex(16),
                            context.service().name(),
                            query.statement()
                                    .substring(0, query.statement().indexOf(" WHERE"))
                                    .replace("* FROM ", "shop."))
                    .parent(context.span())
                    .kind(SpanKind.CLIENT)
                    .category(SpanCategory.DATABASE)
                    .statement(new Statement(
                            query.statement(), "postgresql", context.service().name(), null, "select", false));
            span(context, span, start, Outcome.OK);
            next.accept(Outcome.OK);
        });
    }

    /** Microseconds by which a packet from a service is late. */
    private double delay(String from) {
        double usual = 100 * Math.exp(0.5 * random.nextGaussian());
        return fault.hits(Fault.Type.NETWORK, from)
                ? usual + 1e3 * fault.size() * (0.9 + 0.2 * random.nextDouble())
                : usual;
    }

    private void span(Context context, SpanBuilder span, long start, Outcome outcome) {
        span.at(epoch + start, time.now() - start).host(context.instance().host);
        if (outcome == Outcome.FAILED) {
            span.error(new SpanError(context.service().logsFailures() ? ERROR : null, null, false));
        }
        spans.computeIfAbsent(context.trace(), any -> new ArrayList<>()).add(span.build());
    }

    private void log(Context context, int line, Severity severity, String statement, @Nullable String stack) {
        String message = statement;
        while (message.contains("{}")) {
            message = message.replaceFirst("\\{}", Integer.toString(random.nextInt(100_000)));
        }
        Endpoint endpoint = context.endpoint();
        if (context.service().locations()) {
            message = String.format(Locale.ROOT, "%-5s %s#%d %s", severity, endpoint.className(), line, message);
        }
        logs.computeIfAbsent(context.trace(), any -> new ArrayList<>())
                .add(new LogLine(
                        "",
                        epoch + time.now(),
                        context.service().name(),
                        severity,
                        context.trace(),
                        context.server(),
                        "shop." + endpoint.className(),
                        null,
                        message,
                        stack == null ? null : ERROR,
                        null,
                        stack));
    }

    private String hex(int digits) {
        StringBuilder id = new StringBuilder(digits);
        while (id.length() < digits) {
            id.append(Integer.toHexString(random.nextInt() | 0x80000000));
        }
        return id.toString();
    }
}
