package io.github.sre4j.source;

import static io.github.sre4j.source.InlineProduct.handlers;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.HandlerGap;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways by which requests reach code, one class of input each. */
class RouteFormsTest {

    @TempDir
    private Path folder;

    private InlineProduct product;

    @BeforeEach
    void create() {
        product = new InlineProduct(folder);
    }

    @Test
    void exact_verb_wins_over_any_verb_and_over_get_for_head() {
        SourceIndex index = product.java("SessionController", """
                        @RestController
                        class SessionController {
                            @PostMapping("/check")
                            String check() { return ""; }

                            @RequestMapping("/check")
                            String other() { return ""; }

                            @GetMapping("/home")
                            String home() { return ""; }

                            @RequestMapping(value = "/home", method = RequestMethod.HEAD)
                            void head() {}
                        }
                        """).index();
        assertThat(handlers(index, "WebTransaction/SpringController/check (POST)"))
                .containsExactly("SessionController.check:5");
        assertThat(handlers(index, "HEAD /home")).containsExactly("SessionController.head:14");
        assertThat(handlers(index, "GET /home")).containsExactly("SessionController.home:11");
        assertThat(handlers(index, "PUT /check")).containsExactly("SessionController.other:8");
        assertThat(InlineProduct.places(index, "POST /check").get(0).score()).isEqualTo(1);
    }

    @Test
    void different_names_of_variables_are_the_same_path_but_a_sibling_api_is_not() {
        SourceIndex index =
                product.java("AController", """
                        @RestController @RequestMapping("/v1/things")
                        class AController {
                            @GetMapping("/{thingId}")
                            String one() { return ""; }
                        }
                        """).java("BController", """
                        @RestController @RequestMapping("/v2/things")
                        class BController {
                            @GetMapping("/{thing}")
                            String one() { return ""; }
                        }
                        """).index();
        assertThat(handlers(index, "GET /v1/things/{id}")).containsExactly("AController.one:5");
        assertThat(handlers(index, "GET /v3/things/{id}")).isEmpty();
    }

    @Test
    void equal_mappings_share_the_certainty_and_none_is_sure() {
        for (String each : List.of("First", "Second")) {
            product.java(
                    each,
                    "@RestController class " + each + " {\n @GetMapping(\"/same\") String one() { return \"\"; }\n}\n");
        }
        SourceIndex index = product.index();
        assertThat(InlineProduct.places(index, "GET /same"))
                .hasSize(2)
                .extracting(SourceLocation::score)
                .containsOnly(0.5);
        assertThat(index.handlerGap(new EndpointName("GET /same"))).contains(new HandlerGap(HandlerGap.Kind.TIE, "2"));
    }

    @Test
    void placeholders_match_as_written_and_with_their_values() {
        SourceIndex index = product.with("resources/application.yml", "acme:\n  root: /store/v7\n")
                .java("CartController", """
                        @RestController
                        @RequestMapping("${acme.root}")
                        class CartController {
                            @GetMapping("/baskets/{id}")
                            String one() { return ""; }
                        }
                        """)
                .index();
        assertThat(handlers(index, "WebTransaction/SpringController/${acme.root}/baskets/{id} (GET)"))
                .containsExactly("CartController.one:6");
        assertThat(handlers(index, "GET /store/v7/baskets/{id}")).containsExactly("CartController.one:6");
    }

    @Test
    void an_unknown_constant_is_no_empty_path() {
        SourceIndex index = product.java("NewsController", """
                        import org.library.Routes;

                        @RestController
                        @RequestMapping("/news")
                        class NewsController {
                            @GetMapping(Routes.TODAY)
                            String today() { return ""; }
                        }
                        """).index();
        assertThat(handlers(index, "GET /news")).isEmpty();
        assertThat(index.handlerGap(new EndpointName("GET /news")))
                .contains(new HandlerGap(HandlerGap.Kind.UNREADABLE_PATH, "src/main/java/acme/NewsController.java:8"));
    }

    @Test
    void records_are_controllers() {
        SourceIndex index = product.java("PriceController", """
                        @RestController
                        record PriceController(String base) {
                            @GetMapping("/prices/{id}")
                            String one() { return base; }
                        }
                        """).index();
        assertThat(handlers(index, "GET /prices/{id}")).containsExactly("PriceController.one:5");
    }

    @Test
    void verbs_of_the_class_and_aliases_of_composed_annotations_count() {
        SourceIndex index = product.java("Api", """
                        @RestController
                        @RequestMapping
                        @interface Api {
                            @AliasFor(annotation = RequestMapping.class, attribute = "path")
                            String at() default "";
                            String value() default "";
                        }
                        """)
                .java("MenuController", """
                        @Api(at = "/menu", value = "beanName")
                        class MenuController {
                            @GetMapping("/today")
                            String today() { return ""; }
                        }
                        """)
                .java("PostOnly", """
                        @RestController
                        @RequestMapping(path = "/orders", method = RequestMethod.POST)
                        class PostOnly {
                            @RequestMapping("/new")
                            String create() { return ""; }
                        }
                        """)
                .index();
        assertThat(handlers(index, "GET /menu/today")).containsExactly("MenuController.today:5");
        assertThat(handlers(index, "POST /orders/new")).containsExactly("PostOnly.create:6");
        assertThat(handlers(index, "GET /orders/new")).isEmpty();
    }

    @Test
    void locators_are_followed_to_any_depth_and_recursion_ends() {
        StringBuilder path = new StringBuilder("/root");
        product.java("Root", "@Path(\"root\") class Root {\n @Path(\"s0\") public S0 next() { return new S0(); }\n}\n");
        for (int i = 0; i < 14; i++) {
            String next =
                    i == 13 ? "" : " @Path(\"s" + (i + 1) + "\") public S" + (i + 1) + " next() { return null; }\n";
            product.java(
                    "S" + i,
                    "class S" + i + " {\n @GET public String get() { return \"\"; }\n" + next
                            + " @Path(\"again\") public Root again() { return null; }\n}\n");
            path.append("/s").append(i);
        }
        SourceIndex index = product.index();
        assertThat(handlers(index, "GET " + path)).containsExactly("S13.get:3");
        assertThat(handlers(index, "GET " + path + "/again/s0")).isEmpty();
    }

    @Test
    void locators_that_declare_object_or_an_interface_lead_to_what_they_create() {
        SourceIndex index = product.java("Part", "interface Part { @GET String get(); }\n")
                .java("RedPart", "class RedPart implements Part { public String get() { return \"\"; } }\n")
                .java("BluePart", "class BluePart implements Part { public String get() { return \"\"; } }\n")
                .java("Parts", """
                        @Path("parts")
                        class Parts {
                            @Path("red") public Part red() { return new RedPart(); }
                            @Path("blue") public Object blue() { return new BluePart(); }
                        }
                        """)
                .index();
        assertThat(handlers(index, "GET /parts/red")).containsExactly("RedPart.get:2");
        assertThat(handlers(index, "GET /parts/blue")).containsExactly("BluePart.get:2");
    }

    @Test
    void lambdas_of_one_router_are_handlers_of_their_own() {
        SourceIndex index = product.java("Cheap", "@Service class Cheap { String one() { return \"1\"; } }\n")
                .java("Dear", """
                        @Repository
                        class Dear {
                            private JdbcTemplate jdbcTemplate;
                            String all() { return jdbcTemplate.queryForObject("select a from chest where b = ?", String.class); }
                        }
                        """)
                .java("Routes", """
                        class Routes {
                            @Bean
                            RouterFunction<ServerResponse> all(Cheap cheap, Dear dear) {
                                return route()
                                        .GET("/cheap", request -> ServerResponse.ok().body(cheap.one()))
                                        .GET("/dear", accept(JSON), request -> {
                                            return ServerResponse.ok().body(dear.all());
                                        })
                                        .build();
                            }
                        }
                        """)
                .index();
        assertThat(handlers(index, "GET /cheap")).containsExactly("Routes.all:6");
        assertThat(handlers(index, "GET /dear")).containsExactly("Routes.all:7");
        StatementTarget statement = new StatementTarget("chest", "select", "select a from chest where b = ?");
        double near = index.statements(statement, new EndpointName("GET /dear"))
                .get(0)
                .score();
        double far = index.statements(statement, new EndpointName("GET /cheap"))
                .get(0)
                .score();
        assertThat(near).isGreaterThan(far * 2);
    }

    @Test
    void routers_are_followed_through_nests_other_methods_and_documentation() {
        SourceIndex index = product.java("DocumentedRoutes", """
                        import org.springdoc.webflux.core.fn.SpringdocRouteBuilder;

                        class DocumentedRoutes {
                            @Bean
                            RouterFunction<ServerResponse> all() {
                                return SpringdocRouteBuilder.route()
                                        .GET("/tags", this::list, builder -> builder.operationId("list"))
                                        .nest(path("/tags/{name}"), this::inner, builder -> builder.tag("x"))
                                        .build();
                            }

                            private RouterFunction<ServerResponse> inner() {
                                return SpringdocRouteBuilder.route()
                                        .DELETE(this::remove, builder -> builder.operationId("d"))
                                        .PUT("/rename", request -> rename(request), builder -> builder.operationId("r"))
                                        .build();
                            }

                            Mono<ServerResponse> list(ServerRequest request) { return null; }
                            Mono<ServerResponse> remove(ServerRequest request) { return null; }
                            Mono<ServerResponse> rename(ServerRequest request) { return null; }
                        }
                        """).index();
        assertThat(handlers(index, "GET /tags")).containsExactly("DocumentedRoutes.list:20");
        assertThat(handlers(index, "PUT /tags/{name}/rename")).containsExactly("DocumentedRoutes.inner:16");
        assertThat(handlers(index, "DELETE /tags/{name}")).containsExactly("DocumentedRoutes.remove:21");
        assertThat(handlers(index, "PUT /rename")).isEmpty();
    }

    @Test
    void a_router_that_other_code_mounts_is_found_by_its_end_and_by_the_texts_of_its_class() {
        product.java("Part", "interface Part { RouterFunction<ServerResponse> routes(); }\n");
        for (String each : List.of("Inner", "Outer")) {
            product.java(each, """
                    class %s implements Part {
                        public RouterFunction<ServerResponse> routes() {
                            return route().GET("/notes/{name}", this::one).build();
                        }
                        String group() { return "%s.acme.io/v1"; }
                        Mono<ServerResponse> one(ServerRequest request) { return null; }
                    }
                    """.formatted(each, each.toLowerCase(java.util.Locale.ROOT)));
        }
        SourceIndex index = product.index();
        assertThat(handlers(index, "GET /apis/inner.acme.io/v1/notes/{name}")).containsExactly("Inner.one:7");
        assertThat(handlers(index, "GET /apis/other/notes/{name}")).hasSize(2);
    }

    @Test
    void micronaut_controllers_are_read_with_their_uri_templates() {
        SourceIndex index =
                product.java("JobApi", """
                        import io.micronaut.http.annotation.*;

                        interface JobApi {
                            @Get("/{id}/log")
                            String log(String id);
                        }
                        """).java("JobController", """
                        import io.micronaut.http.annotation.*;

                        @Controller("/api/jobs")
                        class JobController implements JobApi {
                            @Get(uri = "/{space}/{id}{?verbose}")
                            String one() { return ""; }

                            @Post(uris = {"/find", "/search{?q,page}"})
                            String find() { return ""; }

                            @Get
                            String all() { return ""; }

                            public String log(String id) { return ""; }
                        }
                        """).index();
        assertThat(handlers(index, "GET /api/jobs/{space}/{id}")).containsExactly("JobController.one:7");
        assertThat(handlers(index, "POST /api/jobs/search")).containsExactly("JobController.find:10");
        assertThat(handlers(index, "GET /api/jobs")).containsExactly("JobController.all:13");
        assertThat(handlers(index, "GET /api/jobs/{id}/log")).containsExactly("JobController.log:15");
    }

    @Test
    void grpc_and_graphql_operations_lead_to_their_methods() {
        SourceIndex index =
                product.java("Greetings", """
                        class Greetings extends GreeterGrpc.GreeterImplBase {
                            public void sayHello(HelloRequest request, StreamObserver<HelloReply> to) {}
                        }
                        """).java("BookQueries", """
                        @Controller
                        class BookQueries {
                            @QueryMapping
                            String bookById() { return ""; }

                            @MutationMapping("addBook")
                            String add() { return ""; }
                        }
                        """).index();
        assertThat(handlers(index, "acme.greet.Greeter/SayHello")).containsExactly("Greetings.sayHello:3");
        assertThat(handlers(index, "WebTransaction/gRPC/acme.greet.Greeter/SayHello"))
                .containsExactly("Greetings.sayHello:3");
        assertThat(handlers(index, "WebTransaction/GraphQL/QUERY/any/bookById.name"))
                .containsExactly("BookQueries.bookById:5");
        assertThat(handlers(index, "WebTransaction/GraphQL/MUTATION/addBook/addBook"))
                .containsExactly("BookQueries.add:8");
        assertThat(handlers(index, "WebTransaction/GraphQL/QUERY/x/addBook")).isEmpty();
    }

    @Test
    void a_context_path_that_all_names_share_is_inferred() {
        SourceIndex index = product.java("TeaController", """
                        @RestController
                        class TeaController {
                            @GetMapping("/teas") String all() { return ""; }
                            @GetMapping("/teas/{id}") String one() { return ""; }
                            @PostMapping("/teas") String create() { return ""; }
                        }
                        """).index();
        List<EndpointName> names = List.of(
                new EndpointName("GET /house/teas"),
                new EndpointName("GET /house/teas/{id}"),
                new EndpointName("POST /house/teas"));
        assertThat(handlers(index, "GET /house/teas")).isEmpty();
        assertThat(handlers(index.withEndpoints(names), "GET /house/teas")).containsExactly("TeaController.all:4");
        List<EndpointName> mixed = List.of(names.get(0), names.get(1), new EndpointName("GET /garden/teas"));
        assertThat(handlers(index.withEndpoints(mixed), "GET /house/teas")).isEmpty();
    }

    @Test
    void a_statement_that_is_word_for_word_in_the_source_wins_alone() {
        SourceIndex index = product.java("Books", """
                        @Repository
                        class Books {
                            private JdbcTemplate jdbcTemplate;

                            Integer count(String shelf) {
                                return jdbcTemplate.queryForObject("select count(*) from volume where shelf = ?", Integer.class, shelf);
                            }

                            List<String> titles(String shelf) {
                                return jdbcTemplate.queryForList("SELECT title  FROM volume WHERE shelf = :shelf", String.class, shelf);
                            }
                        }
                        """).index();
        StatementTarget statement = new StatementTarget("volume", "select", "select title from volume where shelf = ?");
        assertThat(Shop.shown(index.statements(statement, new EndpointName("GET /none"))))
                .containsExactly("Books.titles:11");
    }

    @Test
    void handlers_behind_an_interface_and_routers_behind_a_supplier_are_those_that_run() {
        SourceIndex index = product.java(
                        "Keys", "interface Keys {\n Mono<ServerResponse> list(ServerRequest request);\n}\n")
                .java(
                        "StoredKeys",
                        "class StoredKeys implements Keys {\n"
                                + " public Mono<ServerResponse> list(ServerRequest request) { return null; }\n}\n")
                .java("KeyRoutes", """
                        class KeyRoutes {
                            private final Keys keys;

                            @Bean
                            RouterFunction<ServerResponse> all() {
                                return route().nest(path("/users/{user}"), ofUser())
                                        .POST(path("/keys/find").and(accept(JSON)), keys::list)
                                        .build();
                            }

                            private Supplier<RouterFunction<ServerResponse>> ofUser() {
                                return () -> route().GET("/keys", keys::list).build();
                            }
                        }
                        """)
                .index();
        assertThat(handlers(index, "GET /users/{user}/keys")).containsExactly("StoredKeys.list:3");
        assertThat(handlers(index, "POST /keys/find")).containsExactly("StoredKeys.list:3");
        assertThat(handlers(index, "GET /keys")).isEmpty();
    }
}
