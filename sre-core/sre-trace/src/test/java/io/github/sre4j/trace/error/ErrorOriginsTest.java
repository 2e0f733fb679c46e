package io.github.sre4j.trace.error;

import static io.github.sre4j.trace.Requests.failed;
import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.ErrorOrigin.Blame;
import io.github.sre4j.trace.ErrorOrigin.Rule;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.TransactionErrorRow;
import io.github.sre4j.trace.call.CallShape;
import io.github.sre4j.trace.call.KnownShapes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorOriginsTest {

    private static final String STACK = """
        jakarta.servlet.ServletException: Request processing failed
        \tat org.springframework.web.servlet.FrameworkServlet.processRequest(FrameworkServlet.java:1014)
        Caused by: java.lang.IllegalStateException: no stock for 42
        \tat java.base/java.util.Optional.orElseThrow(Optional.java:403)
        \tat shop.StockService.reserve(StockService.java:57)
        \tat shop.OrderController.order(OrderController.java:31)
        \t... 60 more
        """;

    @Test
    void the_deepest_failed_span_without_a_failed_child_is_the_origin() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("jakarta.servlet.ServletException", "x"))
                .span("filter", "root", 1, 98, failed("jakarta.servlet.ServletException", "x"))
                .span("handler", "filter", 2, 90, failed("java.lang.IllegalStateException", "no stock"))
                .span("query", "handler", 10, 5));
        assertThat(origin.spanId()).isEqualTo("handler");
        assertThat(origin.rule()).isEqualTo(Rule.DEEPEST_FAILED_SPAN);
        assertThat(origin.blame()).isEqualTo(Blame.OWN_CODE);
        assertThat(origin.handled()).isFalse();
        assertThat(origin.spanPath()).containsExactly("handler", "filter", "root");
        assertThat(origin.causes())
                .containsExactly("jakarta.servlet.ServletException", "java.lang.IllegalStateException");
    }

    @Test
    void a_framework_span_that_handles_the_exception_is_no_second_origin() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("java.lang.IllegalStateException", "no stock"))
                .span("handler", "root", 2, 50, failed("java.lang.IllegalStateException", "no stock"))
                .span(
                        "root2",
                        "root",
                        "shop",
                        "Java/DispatcherServlet/processHandlerException",
                        60,
                        5,
                        failed("java.lang.IllegalStateException", "no stock")));
        assertThat(origin.spanId()).isEqualTo("handler");
    }

    @Test
    void an_error_that_stopped_on_its_way_up_was_handled() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100)
                .span("service", "root", 1, 90)
                .span("work", "service", 2, 50, failed("java.io.IOException", "x")));
        assertThat(origin.handled()).isTrue();
        assertThat(origin.spanPath()).containsExactly("work");
    }

    @Test
    void spans_between_that_do_not_carry_the_error_do_not_hide_that_it_surfaced() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("400", null))
                .span("dispatch", "root", 1, 90)
                .span("handler", "dispatch", 2, 50, failed("shop.BadIdException", "x47"))
                .error(new TransactionErrorRow(
                        null, "t1", null, "shop", 0, new SpanError("shop.BadIdException", "x47", false), 400)));
        assertThat(origin.handled()).isFalse();
        assertThat(origin.confidence()).isEqualTo(1);
    }

    @Test
    void of_two_errors_the_one_that_the_root_names_reached_the_user() {
        List<ErrorOrigin> origins = origins(request()
                .span("root", null, 0, 100, failed("jakarta.servlet.ServletException", "failed: shop.NoStock: none"))
                .span("cache", "root", 1, 10, failed("shop.CacheDown", "refused"))
                .span("middle", "root", 15, 60)
                .span("stock", "middle", 20, 10, failed("shop.NoStock", "none")));
        assertThat(origins).extracting(ErrorOrigin::spanId).startsWith("stock");
        assertThat(origins.get(0).handled()).isFalse();
        assertThat(origins.stream()
                        .filter(origin -> !"stock".equals(origin.spanId()))
                        .findFirst())
                .hasValueSatisfying(other -> assertThat(other.spanId()).isEqualTo("cache"));
    }

    @Test
    void a_caller_that_gave_up_points_at_the_slow_callee_not_at_itself() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 1100, failed("java.net.SocketTimeoutException", "Read timed out"))
                .span("call", "root", "shop", "GET", 10, 1000, span -> {
                    Requests.http("GET", "/stock", 0).accept(span);
                    failed("java.net.SocketTimeoutException", "Read timed out").accept(span);
                })
                .span("entry", "call", "stock", "GET /stock", 12, 3000, span -> span.kind(SpanKind.SERVER))
                .span("sql", "entry", "stock", "query", 20, 2900, Requests.sql("select * from stock")));
        assertThat(origin.rule()).isEqualTo(Rule.CALLER_TIMED_OUT);
        assertThat(origin.blame()).isEqualTo(Blame.SLOW_CALLEE);
        assertThat(origin.spanId()).as("where the callee spent its time").isEqualTo("sql");
        assertThat(origin.service()).isEqualTo("stock");
        assertThat(origin.handled()).isFalse();
    }

    @Test
    void a_callee_that_failed_after_its_caller_gave_up_is_slow_first() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 1100, failed("java.net.SocketTimeoutException", "Read timed out"))
                .span("call", "root", "shop", "GET", 10, 1000, span -> {
                    Requests.http("GET", "/stock", 0).accept(span);
                    failed("java.net.SocketTimeoutException", "Read timed out").accept(span);
                })
                .span("entry", "call", "stock", "GET /stock", 12, 3000, span -> {
                    span.kind(SpanKind.SERVER);
                    failed("java.io.IOException", "Broken pipe").accept(span);
                }));
        assertThat(origin.rule()).isEqualTo(Rule.CALLER_TIMED_OUT);
        assertThat(origin.spanId()).isEqualTo("entry");
    }

    @Test
    void a_callee_that_failed_in_time_is_the_origin_even_if_the_message_says_timeout() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 1100, failed("shop.Failed", "stock timed out"))
                .span("call", "root", "shop", "GET", 10, 1000, span -> {
                    Requests.http("GET", "/stock", 504).accept(span);
                    failed("504", null).accept(span);
                })
                .span("entry", "call", "stock", "GET /stock", 12, 100, span -> {
                    span.kind(SpanKind.SERVER);
                    failed("stock.Broken", "out of ids").accept(span);
                }));
        assertThat(origin.rule()).isEqualTo(Rule.DEEPEST_FAILED_SPAN);
        assertThat(origin.spanId()).isEqualTo("entry");
    }

    @Test
    void a_failed_call_without_callee_is_the_callee_or_the_network() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("500", null))
                .call("call", "root", 10, 50, "GET", "/stock", 503));
        assertThat(origin.rule()).isEqualTo(Rule.CALL_WITHOUT_CALLEE);
        assertThat(origin.blame()).isEqualTo(Blame.CALLEE_OR_NETWORK);
    }

    @Test
    void a_failed_call_with_a_failed_callee_began_in_the_callee() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("500", null))
                .call("call", "root", 10, 50, "GET", "/stock", 500)
                .span("entry", "call", "stock", "GET /stock", 12, 40, span -> {
                    span.kind(SpanKind.SERVER);
                    failed("stock.Broken", "out of ids").accept(span);
                }));
        assertThat(origin.spanId()).isEqualTo("entry");
        assertThat(origin.service()).isEqualTo("stock");
        assertThat(origin.blame()).isEqualTo(Blame.OWN_CODE);
    }

    @Test
    void a_failed_statement_blames_the_store() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("java.sql.SQLException", "deadlock"))
                .span("q", "root", "shop", "query", 10, 5, span -> {
                    Requests.sql("update a set b = 1").accept(span);
                    failed("java.sql.SQLException", "deadlock").accept(span);
                }));
        assertThat(origin.blame()).isEqualTo(Blame.STORE);
    }

    @Test
    void the_innermost_cause_and_its_first_frame_of_the_application_come_from_the_log() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("jakarta.servlet.ServletException", "Request processing failed"))
                .log(50, Severity.ERROR, "root", "Servlet.service() threw exception", STACK));
        assertThat(origin.errorClass()).isEqualTo("java.lang.IllegalStateException");
        assertThat(origin.message()).isEqualTo("no stock for 42");
        assertThat(origin.frame()).isEqualTo(new CodeLocation("shop.StockService", "reserve", "StockService.java", 57));
        assertThat(origin.logIds()).containsExactly("L1");
    }

    @Test
    void a_log_that_names_the_wrapper_and_prints_its_root_cause_tells_where_the_error_began() {
        String rootCause = """
            java.lang.IllegalArgumentException: no tax rate for country CH
            \tat shop.TaxRates.percentFor(TaxRates.java:19)
            \tat shop.InvoiceController.invoice(InvoiceController.java:18)
            """;
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("jakarta.servlet.ServletException", "Request processing failed"))
                .span(
                        "handler",
                        "root",
                        5,
                        90,
                        failed("java.lang.IllegalStateException", "could not make the document"))
                .log(
                        50,
                        Severity.ERROR,
                        "root",
                        "Servlet.service() threw exception [Request processing failed: java.lang.IllegalStateException:"
                                + " could not make the document] with root cause",
                        rootCause));
        assertThat(origin.errorClass()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(origin.frame()).isEqualTo(new CodeLocation("shop.TaxRates", "percentFor", "TaxRates.java", 19));
        assertThat(origin.handled()).isFalse();
        assertThat(origin.causes())
                .containsExactly(
                        "jakarta.servlet.ServletException",
                        "java.lang.IllegalArgumentException",
                        "java.lang.IllegalStateException");
    }

    @Test
    void a_log_that_names_the_same_class_with_another_message_tells_of_another_error() {
        List<ErrorOrigin> origins = origins(request()
                .span("root", null, 0, 100, failed("shop.Failed", "no stock"))
                .log(
                        50,
                        Severity.ERROR,
                        "root",
                        "mail not sent: shop.Failed: no mailbox",
                        "java.io.IOException: refused\n\tat shop.Mail.send(Mail.java:3)\n"));
        assertThat(origins.get(0).errorClass()).isEqualTo("shop.Failed");
        assertThat(origins.get(0).frame()).isNull();
    }

    @Test
    void a_stack_of_libraries_alone_names_no_frame() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 100, failed("java.lang.IllegalStateException", "x"))
                .log(50, Severity.ERROR, "root", "boom", """
                    java.lang.IllegalStateException: x
                    \tat org.springframework.web.Foo.bar(Foo.java:1)
                    """));
        assertThat(origin.frame()).isNull();
    }

    @Test
    void failed_attempts_are_folded_into_the_last_and_a_recovery_is_handled() {
        ErrorOrigin handled = only(request()
                .span("root", null, 0, 300)
                .call("one", "root", 10, 50, "GET", "/stock", 503)
                .call("two", "root", 70, 50, "GET", "/stock", 503)
                .call("three", "root", 140, 50, "GET", "/stock", 200));
        assertThat(handled.handled()).isTrue();
        assertThat(handled.spanId()).isEqualTo("two");
        assertThat(handled.retryOf()).containsExactly("one");
        ErrorOrigin inVain = only(request()
                .span("root", null, 0, 300, failed("503", null))
                .call("one", "root", 10, 50, "GET", "/stock", 503)
                .call("two", "root", 70, 50, "GET", "/stock", 503));
        assertThat(inVain.handled()).isFalse();
        assertThat(inVain.retryOf()).containsExactly("one");
    }

    @Test
    void calls_of_other_ids_are_no_attempts_of_each_other() {
        ErrorOrigin origin = only(request()
                .span("root", null, 0, 300, failed("503", null))
                .call("one", "root", 10, 50, "GET", "/stock/17", 503)
                .call("two", "root", 70, 50, "GET", "/stock/18", 200));
        assertThat(origin.handled()).as("stock 17 never worked").isFalse();
    }

    @Test
    void an_error_in_the_logs_alone_is_told_with_less_confidence() {
        ErrorOrigin origin = only(
                request().span("root", null, 0, 100).log(50, Severity.ERROR, "root", "could not send mail", STACK));
        assertThat(origin.rule()).isEqualTo(Rule.LOG_ONLY);
        assertThat(origin.handled()).isTrue();
        assertThat(origin.confidence()).isLessThan(1);
        assertThat(origin.frame()).isNotNull();
    }

    @Test
    void one_exception_logged_twice_is_one_error() {
        assertThat(origins(request()
                        .span("root", null, 0, 100, failed("java.lang.IllegalStateException", "no stock for 42"))
                        .log(50, Severity.ERROR, "root", "once by the container", STACK)
                        .log(51, Severity.ERROR, "root", "twice by the framework", STACK)))
                .hasSize(1);
    }

    @Test
    void rows_alone_tell_of_an_error_where_nothing_else_does() {
        ErrorOrigin origin = only(request()
                .error(new TransactionErrorRow(
                        "g",
                        "t1",
                        null,
                        "shop",
                        0,
                        new SpanError(
                                "jakarta.servlet.ServletException",
                                "Request processing failed: java.lang.IllegalStateException: no stock",
                                false),
                        500)));
        assertThat(origin.rule()).isEqualTo(Rule.ROW_ONLY);
        assertThat(origin.errorClass()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void expected_errors_and_clean_requests_have_no_origin() {
        assertThat(origins(request().span("root", null, 0, 100))).isEmpty();
        assertThat(origins(request()
                        .span("root", null, 0, 100)
                        .span("a", "root", 1, 2, span -> span.error(new SpanError("shop.NotFound", "x", true)))))
                .isEmpty();
    }

    @Test
    void work_that_failed_after_the_response_did_not_reach_the_user() {
        List<ErrorOrigin> origins = origins(request()
                .span("root", null, 0, 100)
                .span("send", "root", 10, 5, span -> span.kind(SpanKind.PRODUCER))
                .span("handle", "send", "mailer", "handle", 50, 300, span -> {
                    span.kind(SpanKind.CONSUMER);
                    failed("mail.Refused", "x").accept(span);
                }));
        assertThat(origins).singleElement().satisfies(origin -> {
            assertThat(origin.outcome()).isEqualTo(ErrorOrigin.Outcome.IN_BACKGROUND);
            assertThat(origin.handled()).as("nothing shows that").isFalse();
        });
    }

    private static ErrorOrigin only(Requests requests) {
        List<ErrorOrigin> origins = origins(requests);
        assertThat(origins).hasSize(1);
        return origins.get(0);
    }

    private static List<ErrorOrigin> origins(Requests requests) {
        return new ErrorOrigins(ApplicationCode.DEFAULT).of(requests.trace(), new CallShape(new KnownShapes()));
    }
}
