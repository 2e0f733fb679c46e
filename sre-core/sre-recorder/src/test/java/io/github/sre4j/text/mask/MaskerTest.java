package io.github.sre4j.text.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.testing.Secrets;
import io.github.sre4j.testing.Secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

    private static final Masker MASKER = Masker.salted("a salt of tests!".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/owners?lastName=CANARY                           | /owners?[query:*]",
                "GET https://shop.example/a/b?id=CANARY&x=1 failed | GET https://shop.example/a/b?[query:*] failed",
                "jdbc:mysql://db:3306/shop?user=CANARY&password=x  | jdbc:mysql://db:3306/shop?[query:*]",
                "https://a.example/cb#access_token=CANARY&x=2      | https://a.example/cb#[query:*]",
                "https://CANARY:pw@git.example/repo.git            | https://[login:*]@git.example/repo.git",
                "no user CANARY.x+tag@mail.example.co.jp here.     | no user [email:*] here.",
                "mailto:CANARY@bücher.example                      | mailto:[email:*]",
                "to 'CANARY@x.example', 'x'                        | to '[email:*]', 'x'",
                "user=CANARY%40example.org&x                       | user=[email:*]&x",
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.CANARY-_x | jwt [token:*]",
                "cookie%22eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.CANARY | cookie%22[token:*]",
                "Authorization: Bearer CANARY0123456789            | Authorization: Bearer [token:*]",
                "Authorization: Basic Q0FOQVJZOkNBTkFSWQ==         | Authorization: Basic [token:*]",
                "Authorization: CANARY                             | Authorization: [secret:*]",
                "key NRAK-CANARY00000000000000000000 refused       | key [key:*] refused",
                "licence 0123456789abcdef0123456789abcdefCANANRAL  | licence [key:*]",
                "AKIACANARY0000000000                              | [key:*]",
                "ghp_CANARY00000000000000000000000000000000        | [key:*]",
                "sk_live_CANARY0000000                             | [key:*]",
                "https://hooks.slack.com/services/T0/B0/CANARY     | https://hooks.slack.com/services/[key:*]",
                "spring.datasource.password=CANARY, x              | spring.datasource.password=[secret:*], x",
                "{\"password\": \"CANARY with spaces\"}            | {\"password\": \"[secret:*]\"}",
                "{\\\"apiKey\\\":\\\"CANARY\\\"}                   | {\\\"apiKey\\\":\\\"[secret:*]\\\"}",
                "client_secret='CANARY'                            | client_secret='[secret:*]'",
                "/shop;jsessionid=CANARY                           | /shop;jsessionid=[secret:*]",
                "Set-Cookie: a=CANARY; b=CANARY; Path=/            | Set-Cookie: [secret:*]",
                "paid with 4111 1111 1111 1111 12 times            | paid with [card:*] 12 times",
                "pan=5555555555554444;                             | pan=[card:*];",
                "amex 3782-822463-10005                            | amex [card:*]",
                "from 203.0.113.7.                                 | from [ip:*].",
                "peer /203.0.113.7:5432                            | peer /[ip:*]:5432",
                "host ip-10-1-2-3.eu-west-1.compute.internal       | host [ip:*].eu-west-1.compute.internal",
                "from 2001:db8::8a2e:370:7334 port 1               | from [ip:*] port 1",
                "[2001:db8:0:0:0:ff00:42:8329]:443                 | [[ip:*]]:443",
                "::ffff:203.0.113.7                                | ::ffff:[ip:*]",
            })
    void what_has_the_form_of_personal_data_or_a_secret_is_replaced(String text, String expected) {
        String masked = MASKER.text(text);
        assertThat(masked.replaceAll(":[0-9a-f]{12}]", ":*]")).isEqualTo(expected);
        assertThat(masked).doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WebTransaction/SpringController/owners/{ownerId}/pets/{petId} (GET)",
                "WebTransaction/SpringController/ (GET)",
                "WebTransaction/SpringController/OrderController$$SpringCGLIB$$0/token",
                "OtherTransaction/Initializer/ServletContextListener/org.apache.tomcat.WsContextListener/contextInitialized",
                "External/127.0.0.1/HttpURLConnection/getInputStream",
                "Datastore/statement/H2/orders/select",
                "SELECT o.id FROM orders o WHERE o.total/o.count = ? AND o.id IN (?, ?, ?)",
                "jakarta.servlet.ServletException",
                "Is this right? Yes/no?",
                "WebTransaction/Uri/img/logo@2x.png",
                "com.acme.Order@1a2b3c4d",
                "at 12:34:56.789 std::vector A::B took 1795334440000 ms",
                "9f932067b7c8dc3bad75b8bb1f778efb",
                "MXxBUE18QVBQTElDQVRJT058MQ",
                "Token validation failed. Basic authentication required.",
                "::1 and 0.0.0.0 and 127.0.0.53",
                "version v1.2.3.4",
                "4111111111111112",
                "日本語 é \uD83D\uDE80",
                ""
            })
    void what_only_looks_like_it_stays(String text) {
        assertThat(MASKER.text(text)).isEqualTo(text);
    }

    static List<Secret> secrets() {
        return Secrets.all();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void every_masker_hides_every_secret(Secret secret) {
        assertThat(MASKER.text(secret.text())).doesNotContain(secret.secret());
        assertThat(Masker.numbered().text(secret.text())).doesNotContain(secret.secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot invoke \"Token.value()\" because \"token\" is null",
                "Cannot load from char array because \"this.password\" is null",
                "Cannot read field \"value\" because \"<local4>.token\" is null",
                "because \"this.session.tokens[0]\" is null\n\tat a.B.c(B.java:3)",
                "password is missing",
                "The token is expired. Log in again",
                "password is required!",
                "token is null: no session",
                "The token is expired; log in again",
                "Login failed (the token is expired), retrying",
                "[password is required]",
                "'the session token is invalid'",
                "token is missing, ask the administrator",
                "violates unique constraint \"pk_customer_orders\"",
                "duration 12.5 ms at 2026-11-22 08:26",
                "Failed to convert value of type 'java.lang.String' to required type 'int'",
            })
    void keeps_words_that_say_what_is_wrong(String text) {
        assertThat(MASKER.text(text)).isEqualTo(text);
        assertThat(Masker.numbered().text(text)).isEqualTo(text);
    }

    @Test
    void hides_a_secret_at_the_end_of_a_sentence() {
        assertThat(Masker.numbered().text("The password is expired9.")).doesNotContain("expired9");
        assertThat(Masker.numbered().text("The password is null.x.")).doesNotContain("null.x");
        assertThat(Masker.numbered().text("(the password is hunter2)")).doesNotContain("hunter2");
    }

    @Test
    void numbers_placeholders_in_order_of_texts() {
        Masker masker = Masker.numbered();
        assertThat(masker.text("a@b.example to c@b.example")).isEqualTo("[email-1] to [email-2]");
        assertThat(masker.text("by a@b.example, id 1234567")).isEqualTo("by [email-1], id [id-1]");
    }

    @Test
    void a_private_key_goes_as_a_whole() {
        assertThat(MASKER.text("x -----BEGIN RSA PRIVATE KEY-----\nCANARY+/=\nCANARY\n-----END RSA PRIVATE KEY-----"))
                .matches("x \\[key:[0-9a-f]{12}]");
    }

    @Test
    void the_same_value_gives_the_same_placeholder_in_one_export_and_another_in_the_next() {
        assertThat(MASKER.text("a@b.example")).isEqualTo(MASKER.text("a@b.example"));
        assertThat(MASKER.text("a@b.example")).isNotEqualTo(MASKER.text("c@b.example"));
        assertThat(MASKER.text("a@b.example"))
                .isNotEqualTo(Masker.withRandomSalt().text("a@b.example"));
        assertThat(MASKER.whole("ip", "x")).isNotEqualTo(MASKER.whole("email", "x"));
        assertThat(MASKER.text("by a@b.example.")).contains(MASKER.whole("email", "a@b.example"));
    }

    @Test
    void a_short_salt_is_refused_and_no_salt_is_shown() {
        assertThatThrownBy(() -> Masker.salted(new byte[3])).hasMessage("a salt of 3 bytes is too short; give 16");
        assertThat(MASKER).hasToString("a masker");
    }

    @Test
    void masking_twice_is_masking_once() {
        Random random = new Random(11);
        List<String> parts = List.of(
                "password",
                "token",
                "cookie",
                "=",
                ":",
                "\"",
                "'",
                " ",
                "/",
                "?",
                "#",
                "&",
                "@",
                "a@b.example",
                "://",
                "203.0.113.7",
                "2001:db8::1",
                "4111111111111111",
                "eyJhbGciOi.x.y",
                "Bearer ",
                "A1b2C3d4E5",
                "[",
                "]",
                "\\",
                "[email:0123456789ab]",
                "[query:111111111111]",
                ",",
                ";",
                "x",
                "9",
                ".",
                "日",
                "\n");
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            String once = MASKER.text(text.toString());
            assertThat(MASKER.text(once)).as(text.toString()).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "?",
                "/?",
                "eyJ",
                "a.",
                "a@",
                "1.",
                "1:",
                "4 ",
                "4111111111111111.",
                "ip-1-2-3-4",
                "203.0.113.7ip-1-2-3-4.",
                "password",
                "A",
                "ip-1",
                "%40",
                "-----BEGIN PRIVATE KEY-----",
                "\"",
                "cookie="
            })
    void hostile_text_is_masked_and_does_not_hang(String part) {
        String text = part.repeat(100_000 / part.length());
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> assertThat(MASKER.text(text)).isNotNull());
    }
}
