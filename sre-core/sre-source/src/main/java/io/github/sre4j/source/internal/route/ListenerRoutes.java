package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.TypeRef;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What runs without a request: scheduled jobs, listeners of Kafka, RabbitMQ, JMS and the like; and operations of GraphQL and gRPC. */
final class ListenerRoutes implements RouteFinder {

    private static final String[] MESSAGES = {
        "KafkaListener",
        "RabbitListener",
        "JmsListener",
        "SqsListener",
        "PulsarListener",
        "StreamListener",
        "Incoming",
        "KafkaListeners",
        "JmsListeners",
        "RabbitListeners",
        "ServiceBusListener",
        "NatsListener"
    };
    private static final String[] HANDLERS = {"KafkaHandler", "RabbitHandler"};
    private static final String[] SCHEDULES = {"Scheduled", "Schedules", "Schedule"};
    private static final String[] GRAPHQL = {
        "QueryMapping",
        "MutationMapping",
        "SubscriptionMapping",
        "SchemaMapping",
        "BatchMapping",
        "Query",
        "Mutation",
        "DgsQuery",
        "DgsMutation",
        "DgsData"
    };
    private static final Set<String> JOBS = Set.of("Job", "QuartzJobBean", "InterruptableJob", "Tasklet");
    private static final Set<String> LISTENERS = Set.of(
            "MessageListener",
            "SessionAwareMessageListener",
            "ChannelAwareMessageListener",
            "AcknowledgingMessageListener");

    private final Sources sources;

    ListenerRoutes(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void find(RouteCollector found) {
        for (Type type : sources.program().types()) {
            List<String> bases = sources.program().superRefs(type).stream()
                    .map(TypeRef::simpleName)
                    .toList();
            Optional<AnnotationFacts> ofType =
                    sources.program().meta(type.facts().annotations(), type, MESSAGES);
            Optional<AnnotationFacts> bean = type.annotation("MessageDriven");
            for (Method method : type.methods()) {
                List<AnnotationFacts> annotations = method.facts().annotations();
                sources.program()
                        .meta(annotations, type, MESSAGES)
                        .or(() -> method.has(HANDLERS) ? ofType : Optional.empty())
                        .or(() -> method.name().equals("onMessage") ? bean : Optional.empty())
                        .ifPresent(each -> found.add(route(Route.Kind.MESSAGE, destinations(each, type), method)));
                if (method.name().equals("onMessage")
                        && bean.isEmpty()
                        && bases.stream().anyMatch(LISTENERS::contains)) {
                    found.add(route(Route.Kind.MESSAGE, List.of(), method));
                }
                boolean job =
                        method.name().startsWith("execute") && bases.stream().anyMatch(JOBS::contains);
                if (job || sources.program().meta(annotations, type, SCHEDULES).isPresent()) {
                    found.add(route(Route.Kind.SCHEDULE, List.of(), method));
                }
                boolean controller = type.has("Controller", "GraphQLApi", "DgsComponent");
                Optional<AnnotationFacts> graphQl = controller ? Notes.find(annotations, GRAPHQL) : Optional.empty();
                graphQl.ifPresent(each ->
                        found.add(Route.of(Route.Kind.GRAPHQL, operationTypes(each), operation(each, method), method)));
                if (!method.name().startsWith("<")) {
                    services(type, bases)
                            .forEach(service ->
                                    found.add(route(Route.Kind.GRPC, List.of(service + "/" + method.name()), method)));
                }
            }
        }
    }

    /** Names of the gRPC services that a type implements. */
    private static List<String> services(Type type, List<String> bases) {
        List<String> services = new ArrayList<>();
        for (String base : bases) {
            if (base.endsWith("ImplBase")) {
                services.add(base.replaceAll("(Coroutine)?ImplBase$", ""));
            } else if (type.has("GrpcService")) {
                // Quarkus generates an interface of the service's name.
                services.add(base);
            }
        }
        return services;
    }

    /** The operation that an annotation names; none for fields of other types. */
    private static List<String> operationTypes(AnnotationFacts annotation) {
        String name = annotation.simpleName();
        for (String each : List.of("Query", "Mutation", "Subscription")) {
            if (name.contains(each)) {
                return List.of(each);
            }
        }
        String type = Notes.constant(annotation, name.startsWith("Dgs") ? "parentType" : "typeName");
        return type.isEmpty() ? List.of() : List.of(type);
    }

    private static Route route(Route.Kind kind, List<String> names, Method method) {
        return Route.of(kind, List.of(), names, method);
    }

    private List<String> operation(AnnotationFacts annotation, Method method) {
        List<String> names = new ArrayList<>();
        for (String attribute : List.of("name", "value", "field")) {
            names.addAll(sources.texts(annotation, method.owner(), attribute));
        }
        return names.isEmpty() ? List.of(method.name()) : names;
    }

    /** Every text in the annotation, nested ones included: topics, queues, exchanges. */
    private List<String> destinations(AnnotationFacts annotation, Type type) {
        List<String> all = new ArrayList<>();
        annotation.values().values().forEach(each -> collect(each, type, all));
        return sources.resolved(all);
    }

    private void collect(Expr expr, Type type, List<String> to) {
        if (expr instanceof Expr.Nested nested) {
            nested.annotation().values().values().forEach(each -> collect(each, type, to));
        } else if (expr instanceof Expr.Items items) {
            items.items().forEach(each -> collect(each, type, to));
        } else if (expr instanceof Expr.Create nested) {
            // Kotlin writes an annotation in an annotation like a new object.
            nested.arguments().forEach(each -> collect(each, type, to));
        } else {
            to.addAll(sources.values().texts(expr, type));
        }
    }
}
