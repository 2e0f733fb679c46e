package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph;
import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph.Canned;
import io.github.sre4j.newrelic.nerdgraph.Entity;
import io.github.sre4j.telemetry.TelemetryException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** New Relic's search is fuzzy, crosses accounts and gives several; which service is meant is never guessed. */
class ServiceChoiceTest {

    @Test
    void only_the_exact_name_is_meant_however_much_is_found() throws Exception {
        Entity found = find(
                OptionalLong.empty(),
                found(
                        entity("A", "orders-api", 1, "APM"),
                        entity("B", "orders", 2, "APM"),
                        entity("C", "Orders", 1, "APM")));
        assertThat(found.guid()).isEqualTo("B");
    }

    @Test
    void other_accounts_are_left_out_where_the_account_is_said() throws Exception {
        assertThat(find(OptionalLong.of(2), found(entity("A", "orders", 1, "APM"), entity("B", "orders", 2, "APM")))
                        .guid())
                .isEqualTo("B");
    }

    @Test
    void several_accounts_are_listed_with_the_parameter_that_settles_it() {
        assertThat(failure(found(entity("A", "orders", 1, "APM"), entity("B", "orders", 2, "EXT"))))
                .hasMessage(
                        "2 services match 'orders': 'orders' (account 1, APM), 'orders' (account 2, EXT); select one with sre.account");
    }

    @Test
    void within_one_account_only_a_guid_settles_it() {
        assertThat(failure(found(entity("A", "orders", 1, "APM"), entity("B", "orders", 1, "EXT"))))
                .hasMessage(
                        "2 services match 'orders': 'orders' (account 1, APM, GUID A), 'orders' (account 1, EXT, GUID B); select one with sre.guid");
    }

    @Test
    void a_name_that_is_not_there_is_an_error_with_the_similar_ones() {
        assertThat(failure(found(entity("A", "orders-api", 1, "APM"))))
                .hasMessage("no service 'orders' in New Relic; similar names: 'orders-api' (account 1, APM)");
        assertThat(failure(found()))
                .hasMessage("no service 'orders' in New Relic; check the name, account, region, and access of the key");
    }

    @Test
    void the_exact_name_is_found_on_a_later_page() throws Exception {
        try (CannedNerdGraph server = CannedNerdGraph.answering(body -> Canned.ok(
                body.contains("\"cursor\":\"next\"")
                        ? found(entity("B", "orders", 1, "APM"))
                        : found(entity("A", "orders-api", 1, "APM"))
                                .replace("\"nextCursor\":null", "\"nextCursor\":\"next\"")))) {
            assertThat(ServiceReference.named("orders", OptionalLong.empty())
                            .find(server.client())
                            .guid())
                    .isEqualTo("B");
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void a_name_with_quotes_is_asked_for_as_it_is() throws Exception {
        try (CannedNerdGraph server = CannedNerdGraph.answering(body -> Canned.ok(found()))) {
            catchThrowableOfType(
                    TelemetryException.class,
                    () -> ServiceReference.named("it's \\ OR name LIKE '%", OptionalLong.empty())
                            .find(server.client()));
            assertThat(server.asked().get(0))
                    .contains("name = 'it\\\\'s \\\\\\\\ OR name LIKE \\\\'%' AND domain IN ('APM', 'EXT')");
        }
    }

    @Test
    void a_guid_may_have_the_padding_that_new_relic_leaves_out() throws Exception {
        try (CannedNerdGraph server = CannedNerdGraph.answering(
                body -> Canned.ok("{\"data\":{\"actor\":{\"entity\":" + entity("MXxB", "orders", 1, "APM") + "}}}"))) {
            assertThat(ServiceReference.ofGuid(" MXxB== ").find(server.client()).name())
                    .isEqualTo("orders");
            assertThat(server.asked().get(0)).contains("\"guid\":\"MXxB\"");
        }
    }

    @Test
    void a_guid_of_something_else_is_no_service() throws Exception {
        try (CannedNerdGraph server = CannedNerdGraph.answering(
                body -> Canned.ok("{\"data\":{\"actor\":{\"entity\":" + entity("X", "host-7", 1, "INFRA") + "}}}"))) {
            assertThat(catchThrowableOfType(
                            TelemetryException.class,
                            () -> ServiceReference.ofGuid("X").find(server.client())))
                    .hasMessage("GUID 'X' is not a service: 'host-7' is in domain INFRA; services are in APM or EXT");
        }
    }

    private static TelemetryException failure(String answer) {
        return catchThrowableOfType(TelemetryException.class, () -> find(OptionalLong.empty(), answer));
    }

    private static Entity find(OptionalLong account, String answer) throws Exception {
        try (CannedNerdGraph server = CannedNerdGraph.answering(body -> Canned.ok(answer))) {
            return ServiceReference.named("orders", account).find(server.client());
        }
    }

    private static String found(String... entities) {
        return "{\"data\":{\"actor\":{\"entitySearch\":{\"results\":{\"nextCursor\":null,\"entities\":["
                + String.join(",", entities) + "]}}}}}";
    }

    private static String entity(String guid, String name, long account, String domain) {
        return "{\"guid\":\"" + guid + "\",\"name\":\"" + name + "\",\"accountId\":" + account + ",\"domain\":\""
                + domain + "\",\"type\":\"APPLICATION\"}";
    }
}
