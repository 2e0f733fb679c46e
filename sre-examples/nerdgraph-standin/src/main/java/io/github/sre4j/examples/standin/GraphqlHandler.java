package io.github.sre4j.examples.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.examples.standin.graphql.Asked;
import io.github.sre4j.examples.standin.graphql.NerdGraph;
import io.github.sre4j.examples.standin.http.HttpEndpoint;
import io.github.sre4j.examples.standin.http.HttpRequest;
import io.github.sre4j.examples.standin.http.Reply;
import io.github.sre4j.examples.standin.limits.Meter;
import io.github.sre4j.examples.standin.misbehave.Fault;
import io.github.sre4j.examples.standin.misbehave.FaultPlan;
import io.github.sre4j.examples.standin.misbehave.Replies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /graphql}, and {@code /standin/misbehave} to say what is to go wrong. */
final class GraphqlHandler implements HttpEndpoint.Handler {
    private static final String JSON = "application/json; charset=utf-8";
    private static final int MOST_RECORDED = 10_000;
    private static final String FAULT_HEADER = "x-standin-misbehave";

    private final NerdGraph nerdgraph;
    private final Meter meter;
    private final FaultPlan plan;
    private final byte[] apiKey;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Deque<RecordedRequest> recorded = new ArrayDeque<>();

    GraphqlHandler(NerdGraph nerdgraph, Meter meter, FaultPlan plan, String apiKey) {
        this.nerdgraph = nerdgraph;
        this.meter = meter;
        this.plan = plan;
        this.apiKey = apiKey.getBytes(StandardCharsets.UTF_8);
    }

    List<RecordedRequest> recorded() {
        synchronized (recorded) {
            return List.copyOf(recorded);
        }
    }

    void forget() {
        synchronized (recorded) {
            recorded.clear();
        }
    }

    @Override
    public Reply handle(HttpRequest request) {
        return switch (request.path()) {
            case "/graphql" -> metered(request);
            case "/standin/misbehave" -> administer(request);
            default -> Reply.of(404, JSON, "{\"error\":{\"title\":\"Not Found\"}}");
        };
    }

    private Reply administer(HttpRequest request) {
        if (request.method().equals("DELETE")) {
            plan.clear();
            return Reply.of(200, "text/plain", "behaving\n");
        }
        try {
            List<Fault> faults = request.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Fault::parse)
                    .toList();
            faults.forEach(plan::add);
            return Reply.of(200, "text/plain", faults.size() + " misbehaviours added\n");
        } catch (IllegalArgumentException e) {
            return Reply.of(400, "text/plain", e.getMessage() + "\n");
        }
    }

    private Reply metered(HttpRequest request) {
        if (!meter.enter()) {
            record(request, List.of());
            return Reply.of(
                    429, JSON, "{\"error\":{\"title\":\"Too many requests: more than 25 at once for this user\"}}");
        }
        Reply reply;
        try {
            reply = answer(request);
        } catch (RuntimeException | Error e) {
            meter.leave();
            throw e;
        }
        return wire -> {
            try {
                boolean more = reply.send(wire);
                wire.flush();
                return more;
            } finally {
                meter.leave();
            }
        };
    }

    private Reply answer(HttpRequest request) {
        Optional<Fault> fault;
        try {
            fault = request.header(FAULT_HEADER)
                    .map(Fault::parse)
                    .or(() -> plan.next().stream().findFirst());
        } catch (IllegalArgumentException e) {
            return Reply.of(400, "text/plain", e.getMessage() + "\n");
        }
        Optional<Reply> instead = fault.flatMap(Replies::instead);
        if (instead.isPresent()) {
            record(request, List.of());
            return instead.get();
        }
        if (!knows(request)) {
            record(request, List.of());
            return Reply.of(401, JSON, Replies.BAD_KEY);
        }
        if (!request.method().equals("POST")) {
            record(request, List.of());
            return Reply.of(405, JSON, "{\"errors\":[{\"message\":\"NerdGraph takes POST\"}]}");
        }
        List<Asked> asked = new ArrayList<>();
        String body = body(request, fault.map(List::of).orElse(List.of()), asked);
        record(request, asked);
        return fault.map(spoiling -> Replies.spoilt(spoiling, body)).orElseGet(() -> Replies.good(body));
    }

    private boolean knows(HttpRequest request) {
        byte[] given = request.header("api-key").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, apiKey);
    }

    private String body(HttpRequest request, List<Fault> faults, List<Asked> asked) {
        try {
            JsonNode document = mapper.readTree(request.body());
            JsonNode query = document.get("query");
            if (query == null || !query.isTextual()) {
                return "{\"errors\":[{\"message\":\"No query document supplied\"}]}";
            }
            JsonNode given = document.get("variables");
            Map<String, Object> variables = given == null || given.isNull()
                    ? Map.of()
                    : mapper.convertValue(given, new TypeReference<Map<String, Object>>() {});
            return mapper.writeValueAsString(nerdgraph.execute(query.textValue(), variables, faults, asked::add));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return "{\"errors\":[{\"message\":\"The request is not JSON with a query and variables\"}]}";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void record(HttpRequest request, List<Asked> asked) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.remove("api-key");
        RecordedRequest one = new RecordedRequest(request.path(), headers, request.text(), asked);
        synchronized (recorded) {
            recorded.add(one);
            if (recorded.size() > MOST_RECORDED) {
                recorded.remove();
            }
        }
    }
}
