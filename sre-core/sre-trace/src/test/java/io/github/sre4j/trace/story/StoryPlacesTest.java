package io.github.sre4j.trace.story;

import static io.github.sre4j.trace.Requests.request;
import static io.github.sre4j.trace.Requests.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.place.PlaceFinder;
import io.github.sre4j.trace.place.SourcePlace;
import io.github.sre4j.trace.render.HtmlStory;
import io.github.sre4j.trace.render.MarkdownStory;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.render.json.JsonStory;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Requests of a product whose sources are there: a shop that takes requests by a gateway of another product. */
class StoryPlacesTest {

    /** The sources of the shop: an endpoint, a method in lines 20 to 40, a statement on one table, one that logs. */
    private static final PlaceFinder SHOP = new PlaceFinder() {
        @Override
        public List<SourcePlace> handlers(EndpointName endpoint) {
            return endpoint.value().equals("GET /orders/{id}") ? List.of(place("OrderController.show", 12)) : List.of();
        }

        @Override
        public List<SourcePlace> code(CodeLocation location) {
            if (!location.className().equals("shop.Stock")) {
                return List.of();
            }
            boolean inside = location.line() >= 20 && location.line() <= 40;
            return List.of(place("Stock.take", inside ? location.line() : 20));
        }

        @Override
        public List<SourcePlace> statements(Statement statement, EndpointName endpoint) {
            return List.of(place("ItemRepository.find", 7), place("ItemRepository.all", 9));
        }

        @Override
        public List<SourcePlace> logging(String logger, String message) {
            return message.equals("card 4111111111111111 refused") ? List.of(place("Stock.take", 31)) : List.of();
        }
    };

    private static SourcePlace place(String name, int line) {
        String file = "src/main/java/shop/" + name.substring(0, name.indexOf('.')) + ".java";
        return new SourcePlace(file, line, name, "https://code.example/shop/blob/1a2b/" + file + "#L" + line);
    }

    private static Requests viaGateway() {
        return request()
                .span("g", null, "gateway", "GET /orders/{id}", 0, 100, route())
                .span("c", "g", "gateway", "HTTP GET", 2, 96, any -> any.kind(SpanKind.CLIENT))
                .span("s", "c", "shop", "GET /orders/{id}", 4, 92, route());
    }

    private static Consumer<SpanBuilder> route() {
        return span -> span.kind(SpanKind.SERVER)
                .entryPoint(true)
                .http(new HttpCall("GET", null, "/orders/7", null, true, 200, "/orders/{id}", -1, 0));
    }

    private static TraceStory story(Requests request) {
        return TraceAnalyzer.DEFAULT.withPlaces(SHOP).read(request.data());
    }

    private static List<String> lines(TraceStory story) {
        return TerminalStory.of(story, Texts.of("en"), 200, false).lines().toList();
    }

    @Test
    void names_the_handler_behind_a_gateway_once() {
        TraceStory story = story(viaGateway());
        assertThat(lines(story))
                .containsOnlyOnce("- Handler: OrderController.show (src/main/java/shop/OrderController.java:12)");
        assertThat(story.places())
                .singleElement()
                .satisfies(found -> assertThat(found.fact()).hasToString("span:s"));
    }

    @Test
    void names_the_line_of_a_stack_frame_with_its_path() {
        TraceStory story = story(failing("shop.Stock.take(Stock.java:30)"));
        assertThat(lines(story))
                .contains("- First line of the application in the stack trace: Stock.take"
                        + " (src/main/java/shop/Stock.java:30)");
        assertThat(HtmlStory.of(story, Texts.of("en")))
                .contains("<a href=\"https://code.example/shop/blob/1a2b/src/main/java/shop/Stock.java#L30\"");
        assertThat(MarkdownStory.of(story, Texts.of("en")))
                .contains("[`Stock.take (src/main/java/shop/Stock.java:30)`](https://code.example/");
    }

    @Test
    void keeps_the_line_of_the_deployed_version_where_sources_differ() {
        assertThat(lines(story(failing("shop.Stock.take(Stock.java:300)"))))
                .containsSequence(
                        "- First line of the application in the stack trace: Stock.take (Stock.java:300)",
                        "- In the current sources: Stock.take (src/main/java/shop/Stock.java:20)");
    }

    @Test
    void finds_the_log_statement_by_the_message_before_it_is_masked() {
        Requests request = failing("shop.Stock.take(Stock.java:30)")
                .log(21, Severity.WARN, "f", "card 4111111111111111 refused", null);
        TraceStory story = story(request);
        assertThat(lines(story)).contains("- Logged at: Stock.take (src/main/java/shop/Stock.java:31)");
        assertThat(JsonStory.of(story, Texts.of("en")))
                .contains("\"kind\" : \"log\"", "\"line\" : 31")
                .doesNotContain("4111111111111111");
    }

    @Test
    void names_statements_that_fit_equally_well_as_such() {
        Requests request = viaGateway();
        for (int i = 0; i < 10; i++) {
            request.span("q" + i, "s", "shop", "query", 6 + 8 * i, 8, sql("select * from items where id = " + i));
        }
        assertThat(lines(story(request)))
                .contains("- Run by one of 2: ItemRepository.find (src/main/java/shop/ItemRepository.java:7),"
                        + " ItemRepository.all (src/main/java/shop/ItemRepository.java:9)");
    }

    @Test
    void claims_no_statement_of_another_product() {
        Requests request = viaGateway();
        for (int i = 0; i < 10; i++) {
            request.span("q" + i, "g", "gateway", "query", 6 + 8 * i, 8, sql("select * from items where id = " + i));
        }
        assertThat(String.join("\n", lines(story(request))))
                .contains("select * from items")
                .doesNotContain("Run by");
    }

    @Test
    void says_nothing_of_sources_where_none_were_read() {
        TraceData data = failing("shop.Stock.take(Stock.java:30)").data();
        assertThat(TerminalStory.of(TraceAnalyzer.DEFAULT.read(data), Texts.of("en"), 200, false))
                .contains("Stock.take (Stock.java:30)")
                .doesNotContain("src/main", "checkout");
    }

    private static Requests failing(String frame) {
        return request()
                .span("s", null, "shop", "GET /orders/{id}", 4, 92, route().andThen(Requests.failed("500", null)))
                .span(
                        "f",
                        "s",
                        "shop",
                        "take",
                        10,
                        20,
                        any -> any.error(new SpanError("shop.Broken", "no stock", false)))
                .log(20, Severity.ERROR, "f", "take failed", "shop.Broken: no stock\n\tat " + frame);
    }
}
