package io.github.sre4j.source;

import static io.github.sre4j.source.InlineProduct.handlers;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.sli.EndpointName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KotlinFilesTest {

    @TempDir
    private Path folder;

    private InlineProduct product;

    @BeforeEach
    void create() {
        product = new InlineProduct(folder);
    }

    @Test
    void templates_and_constants_in_paths_are_resolved() {
        SourceIndex index =
                product.kotlin("Constants", """
                        const val version = "v3"
                        object Roots { const val RACK = "/racks" }
                        """).kotlin("RackController", """
                        private const val NEWEST = "newest"

                        @RestController
                        @RequestMapping(path = ["/api/$version/rack"])
                        class RackController {
                            @GetMapping("/{id}")
                            fun one(@PathVariable id: Long): String = "x"

                            @PostMapping("${Roots.RACK}/fill")
                            fun fill(): String {
                                return "y"
                            }

                            @GetMapping(NEWEST)
                            fun newest() = "z"

                            @GetMapping(OLDEST)
                            fun oldest() = "z"

                            private companion object { const val OLDEST = "oldest" }
                        }
                        """).index();
        assertThat(handlers(index, "GET /api/v3/rack/{id}")).containsExactly("RackController.one:8");
        assertThat(handlers(index, "POST /api/v3/rack/racks/fill")).containsExactly("RackController.fill:11");
        assertThat(handlers(index, "GET /api/v3/rack/newest")).containsExactly("RackController.newest:16");
        assertThat(handlers(index, "GET /api/v3/rack/oldest")).containsExactly("RackController.oldest:19");
        assertThat(handlers(index, "GET /api/v3/rack")).isEmpty();
    }

    @Test
    void frames_of_file_functions_lambdas_and_coroutines_lead_to_their_lines() {
        SourceIndex index = product.kotlin("Helpers", """
                        fun wrap(text: String): String {
                            check(text.isNotEmpty()) { "empty" }
                            return text
                        }
                        """).kotlin("Runner", """
                        class Runner {
                            suspend fun start(items: List<String>) {
                                withContext(IO) {
                                    items.forEach {
                                        check(it.isNotEmpty())
                                    }
                                }
                            }

                            companion object { fun make() = Runner() }
                        }
                        """).index();
        assertThat(methods(index, "acme.HelpersKt", "wrap", 3)).containsExactly("HelpersKt.wrap:3");
        assertThat(methods(index, "acme.Runner$start$2", "invokeSuspend", 6)).containsExactly("Runner.start:6");
        assertThat(methods(index, "acme.Runner", "start$lambda$0", 6)).containsExactly("Runner.start:6");
        assertThat(methods(index, "acme.Runner", "start$default", 3)).containsExactly("Runner.start:3");
        assertThat(methods(index, "acme.Runner$start$2$1", "invoke", 0)).containsExactly("Runner.start:3");
        assertThat(methods(index, "acme.Runner$Companion", "make", 11)).containsExactly("Runner$Companion.make:11");
    }

    private static List<String> methods(SourceIndex index, String className, String method, int line) {
        return Shop.shown(index.methods(className, method, line));
    }

    @Test
    void log_lines_with_lambdas_templates_and_loggers_of_the_file_are_found() {
        SourceIndex index = product.kotlin("Loader", """
                        import io.github.oshai.kotlinlogging.KotlinLogging

                        private val logger = KotlinLogging.logger {}

                        class Loader {
                            private val log = LoggerFactory.getLogger(Loader::class.java)

                            fun load(name: String) {
                                logger.info { "Load of shelf $name began" }
                                log.warn("No picture for ${name.trim()}, an empty one is shown")
                                logger.error(IllegalStateException("x")) {
                                    val all = name.length
                                    "Shelf broke after $all items"
                                }
                            }
                        }
                        """).index();
        assertThat(Shop.shown(index.logging("acme.Loader", "Load of shelf books began")))
                .containsExactly("Loader.load:10");
        assertThat(Shop.shown(index.logging("acme.Loader", "No picture for books, an empty one is shown")))
                .containsExactly("Loader.load:11");
        assertThat(Shop.shown(index.logging("acme.Loader", "Shelf broke after 12 items")))
                .containsExactly("Loader.load:12");
    }

    @Test
    void router_dsl_and_ktor_routes_are_read() {
        SourceIndex index =
                product.kotlin("WebRoutes", """
                        import org.springframework.web.servlet.function.router

                        class WebRoutes(private val handler: BoxHandler) {
                            @Bean
                            fun routes() = router {
                                "/boxes".nest {
                                    GET("", handler::all)
                                    accept(JSON).nest {
                                        POST("/{id}/open") { request -> ok().body(handler.open(request)) }
                                    }
                                }
                            }
                        }

                        class BoxHandler {
                            fun all(request: ServerRequest): ServerResponse = ok().build()
                            fun open(request: ServerRequest) = "x"
                        }
                        """).kotlin("Server", """
                        import io.ktor.server.routing.*

                        fun Application.module() {
                            routing {
                                route("/api") {
                                    orders()
                                    get("/ping") { call.respondText("pong") }
                                }
                            }
                        }

                        fun Route.orders() {
                            route("/orders") {
                                get("/{id}") {
                                    call.respondText("x")
                                }
                                post { call.respondText("y") }
                            }
                        }
                        """).index();
        assertThat(handlers(index, "GET /boxes")).containsExactly("BoxHandler.all:17");
        assertThat(handlers(index, "POST /boxes/{id}/open")).containsExactly("WebRoutes.routes:10");
        assertThat(handlers(index, "GET /api/ping")).containsExactly("ServerKt.module:8");
        assertThat(handlers(index, "GET /api/orders/{id}")).containsExactly("ServerKt.orders:15");
        assertThat(handlers(index, "POST /api/orders")).containsExactly("ServerKt.orders:18");
        assertThat(handlers(index, "GET /orders/{id}")).isEmpty();
    }

    @Test
    void loops_and_their_calls_are_seen() {
        SourceIndex index = product.kotlin("Crates", """
                        @Entity class Crate(@Id val id: Long)

                        interface CrateRepository : JpaRepository<Crate, Long>

                        @RestController
                        class CrateController(private val crates: CrateRepository) {
                            @GetMapping("/crates")
                            fun many(ids: List<Long>): List<Crate> =
                                ids.map { crates.findById(it).get() }
                        }
                        """).index();
        assertThat(index.hints(new EndpointName("GET /crates")))
                .extracting(CodeHint::kind)
                .contains(CodeHint.Kind.QUERY_IN_LOOP);
    }

    @Test
    void text_that_no_rule_covers_costs_no_other_declaration() {
        SourceIndex index = product.kotlin("Odd", """
                        @file:Suppress("x")
                        context(Logger) @Deprecated("…") internal inline fun <reified T : Any> T.`odd name`(f: (T) -> Unit = {}) where T : Comparable<T> = f(this)
                        typealias Handler = suspend (String) -> Unit
                        enum class Color(val rgb: Int) { RED(1) { override fun x() = 1 }, GREEN(2); abstract fun x(): Int }
                        sealed interface State { data object Idle : State; data class Busy(val n: Int = 1 + 2) : State }
                        val pattern = \"\"\"a "quoted" ${'$'}{x} \\d+\"\"\".toRegex()
                        val c = '"'; /* a /* nested */ comment */
                        @RestController
                        class OddController(@Value("\\${a.b}") private val a: String) : Base(a), Other by Impl() {
                            private val cache by lazy { HashMap<String, List<Int>>() }
                            var size: Int = 0
                                get() = field
                                private set
                            init { require(a.isNotEmpty()) { "no a" } }
                            @GetMapping("/odd") fun odd(): Map<String, Any?> = when { size > 1 && a < "x" -> mapOf("a" to 1) else -> emptyMap() }
                            @GetMapping("/even")
                            fun even(): String? { loop@ for ((k, v) in cache) { if (v.isEmpty()) continue@loop else return k }; return null }
                        }
                        """).index();
        assertThat(handlers(index, "GET /odd")).containsExactly("OddController.odd:16");
        assertThat(handlers(index, "GET /even")).containsExactly("OddController.even:18");
    }
}
