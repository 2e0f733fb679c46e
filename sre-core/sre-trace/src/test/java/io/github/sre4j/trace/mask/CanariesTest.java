package io.github.sre4j.trace.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.testing.Secrets;
import io.github.sre4j.testing.Secrets.Secret;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.read.NewRelicRows;
import io.github.sre4j.trace.render.HtmlStory;
import io.github.sre4j.trace.render.MarkdownStory;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.render.json.JsonStory;
import io.github.sre4j.trace.render.json.SlackStory;
import io.github.sre4j.trace.story.TraceAnalyzer;
import io.github.sre4j.trace.story.TraceStory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts secrets wherever telemetry may carry them, and looks for them in whatever is written. */
class CanariesTest {

    private static final long AT = 1_763_800_000_000L;

    private static List<Secret> canaries() {
        List<Secret> all = new ArrayList<>(Secrets.all());
        // What people read has no ids and no values of statements either.
        all.add(new Secret("customer 550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"));
        all.add(new Secret("policy 100245815 expired", "100245815"));
        all.add(new Secret("could not execute [select * from t where name = 'Yamada']", "Yamada"));
        all.add(new Secret("ERROR: duplicate key; Detail: Key (name)=(Yamada) already exists.", "Yamada"));
        all.add(new Secret("Duplicate entry 'Yamada' for key 'users.name'", "Yamada"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void no_secret_leaves_in_any_form_wherever_it_stood(Secret canary) {
        for (String written : written(canary.text())) {
            assertThat(written).doesNotContain(canary.secret());
        }
    }

    @Test
    void literals_of_statements_never_leave_however_they_are_quoted() {
        List<String> statements = List.of(
                "select * from users where name = 'Yamada-CANARY' and pin = 4711CANARY",
                "select * from users where name = 'O''Brien-CANARY' -- CANARY",
                "insert into t values ('a', 'CANARY', X'CANARY', N'CANARY')",
                "select $$CANARY$$, $tag$CANARY$tag$",
                "select * from t where n = 'unclosed CANARY",
                "select * from t where n = 'it\\'s CANARY'",
                "{\"find\": \"users\", \"filter\": {\"name\": \"CANARY\"}}",
                "update t set n = E'\\x43 CANARY' where id in (1, 2, 'CANARY')");
        for (String statement : statements) {
            assertThat(statementsOf("Postgres", statement)).as(statement).noneMatch(each -> each.contains("CANARY"));
        }
    }

    @Test
    void what_is_a_name_to_others_is_a_text_to_mysql() {
        String statement = "select * from users where name = \"CANARY\"";
        assertThat(statementsOf("MySQL", statement)).noneMatch(each -> each.contains("CANARY"));
        assertThat(statementsOf("Postgres", statement)).anyMatch(each -> each.contains("CANARY"));
    }

    @Test
    void the_same_value_has_the_same_placeholder_and_another_value_another() {
        NewRelicRows rows = new NewRelicRows();
        rows.add("Span", span("a1", null, Map.of()));
        rows.add("Log", log("a1", "saved a@example.com"));
        rows.add("Log", log("a1", "told a@example.com and b@example.com"));
        TraceStory story = TraceAnalyzer.DEFAULT.read(rows.trace("t".repeat(32)));
        assertThat(story.trace().logs())
                .extracting("message")
                .containsExactly("saved [email-1]", "told [email-1] and [email-2]");
    }

    /** The canary in every text that a row can carry, in every form and language. */
    private static List<String> written(String text) {
        NewRelicRows rows = new NewRelicRows();
        Map<String, Object> everywhere = new LinkedHashMap<>();
        for (String name : List.of(
                "error.message",
                "db.statement",
                "db.instance",
                "db.collection",
                "http.url",
                "request.uri",
                "peer.hostname",
                "host",
                "code.namespace",
                "code.function",
                "jvm.thread_name",
                "custom.attribute",
                "server.address")) {
            everywhere.put(name, text);
        }
        everywhere.put("http.url", "https://stock/items/" + text + "?q=" + text);
        everywhere.put("error.class", "shop.Broken");
        everywhere.put("category", "http");
        rows.add("Span", span("a1", null, Map.of("name", "GET " + text)));
        rows.add("Span", span("a2", "a1", everywhere));
        for (int i = 0; i < 12; i++) {
            rows.add(
                    "Span",
                    span(
                            "q" + i,
                            "a1",
                            Map.of(
                                    "db.system",
                                    "Postgres",
                                    "category",
                                    "datastore",
                                    "db.statement",
                                    text,
                                    "name",
                                    text)));
        }
        rows.add("Log", log("a2", text));
        Map<String, Object> loud = log("a2", "failed: " + text);
        loud.put("level", "ERROR");
        loud.put("error.class", "shop.Broken");
        loud.put("error.message", text);
        loud.put("error.stack", "shop.Broken: " + text + "\n\tat shop.Orders.find(Orders.java:12)");
        rows.add("Log", loud);
        rows.add(
                "Transaction",
                Map.of(
                        "guid",
                        "g1",
                        "traceId",
                        "t".repeat(32),
                        "timestamp",
                        AT,
                        "duration",
                        0.9,
                        "name",
                        "WebTransaction/Custom/" + text,
                        "request.uri",
                        "/" + text,
                        "appName",
                        "shop",
                        "error",
                        true));
        rows.add(
                "TransactionError",
                Map.of(
                        "guid",
                        "g1",
                        "traceId",
                        "t".repeat(32),
                        "timestamp",
                        AT,
                        "error.class",
                        "shop.Broken",
                        "error.message",
                        text,
                        "appName",
                        "shop"));
        rows.note(new TraceNote(TraceNote.Kind.ROWS_REJECTED, 1, List.of(text), 0));
        TraceStory story = TraceAnalyzer.DEFAULT.read(rows.trace("t".repeat(32)));
        assertThat(story.trace().format()).isEqualTo(TraceFormat.NEW_RELIC);
        List<String> all = new ArrayList<>();
        for (String language : List.of("en", "ja")) {
            Texts texts = Texts.of(language);
            all.add(TerminalStory.of(story, texts, 80, true).replace("\n  ", " "));
            all.add(TerminalStory.of(story, texts, 4_000, false));
            all.add(MarkdownStory.of(story, texts));
            all.add(HtmlStory.of(story, texts));
            all.add(JsonStory.of(story, texts));
            all.add(SlackStory.of(story, texts));
        }
        return all;
    }

    private static List<String> statementsOf(String system, String statement) {
        NewRelicRows rows = new NewRelicRows();
        rows.add("Span", span("a1", null, Map.of()));
        for (int i = 0; i < 12; i++) {
            rows.add(
                    "Span",
                    span(
                            "q" + i,
                            "a1",
                            Map.of(
                                    "db.system",
                                    system,
                                    "category",
                                    "datastore",
                                    "db.statement",
                                    statement,
                                    "name",
                                    "Datastore/x")));
        }
        TraceStory story = TraceAnalyzer.DEFAULT.read(rows.trace("t".repeat(32)));
        List<String> all = new ArrayList<>();
        Texts texts = Texts.of("en");
        all.add(TerminalStory.of(story, texts, 4_000, false));
        all.add(MarkdownStory.of(story, texts));
        all.add(HtmlStory.of(story, texts));
        all.add(JsonStory.of(story, texts));
        all.add(SlackStory.of(story, texts));
        story.trace().spans().forEach(span -> all.add(span.toString()));
        return all;
    }

    private static Map<String, Object> span(String id, String parent, Map<String, Object> more) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("traceId", "t".repeat(32));
        row.put("guid", id);
        row.put("name", "work");
        row.put("appName", "shop");
        row.put("timestamp", AT);
        row.put("duration", parent == null ? 0.9 : 0.06);
        if (parent == null) {
            row.put("nr.entryPoint", true);
        } else {
            row.put("parentId", parent);
        }
        row.putAll(more);
        return row;
    }

    private static Map<String, Object> log(String span, String message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("trace.id", "t".repeat(32));
        row.put("span.id", span);
        row.put("timestamp", AT + 10);
        row.put("level", "WARN");
        row.put("message", message);
        row.put("entity.name", "shop");
        return row;
    }
}
