package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysAndAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "us, https://api.newrelic.com/graphql",
        "EU, https://api.eu.newrelic.com/graphql",
        "' jp ', https://api.jp.newrelic.com/graphql",
        "gov, https://gov-api.newrelic.com/graphql",
        "FedRAMP, https://gov-api.newrelic.com/graphql"
    })
    void each_region_has_its_address(String name, String address) {
        assertThat(Region.of(name).endpoint()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uk", "", "us-east-1", "europe"})
    void an_unknown_region_is_refused_and_never_taken_for_another(String name) {
        assertThatThrownBy(() -> Region.of(name)).hasMessage("unknown region '" + name + "'; allowed: us, eu, jp, gov");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://api.newrelic.com/graphql", "api.newrelic.com", "/graphql", "https:///graphql"})
    void an_address_that_is_none_is_refused(String address) {
        assertThatThrownBy(() -> options(address)).hasMessageContaining("is not a NerdGraph URL");
    }

    @Test
    void a_password_in_an_address_is_refused_and_not_shown() {
        assertThatThrownBy(() -> options("https://eve:s3cret@proxy.example/graphql"))
                .hasMessage(
                        "the NerdGraph URL for proxy.example contains user or password. Remove them; only the key is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the key from settings.xml is empty",
                "'  '|the key from settings.xml is empty",
                "${env.KEY_CANARY}|the key from settings.xml is a placeholder or encrypted",
                "{q1CANARYw==}|the key from settings.xml is a placeholder or encrypted",
                "NRAK-CANARY 0|the key from settings.xml contains invalid characters",
                "NRAK-CANARYé|the key from settings.xml contains invalid characters"
            })
    void what_is_no_key_is_refused_by_its_origin_and_not_shown(String text, String sentence) {
        assertThatThrownBy(() -> UserKey.of(text, "settings.xml"))
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void a_key_shows_itself_to_nobody() {
        UserKey key = UserKey.of(" NRAK-CANARY\n", "NEW_RELIC_API_KEY");
        assertThat(key).hasToString("a user key").isEqualTo(UserKey.of("NRAK-CANARY", "elsewhere"));
        assertThat(options("https://api.newrelic.com/graphql").toString()).doesNotContain("CANARY");
        assertThat(new RequestKey(URI.create("http://x"), key, "body").toString())
                .doesNotContain("CANARY");
    }

    @Test
    void keys_of_other_kinds_are_told_from_user_keys_and_not_refused() {
        assertThat(List.of("NRAK-1", "NRAA-1"))
                .allMatch(text -> UserKey.of(text, "x").looksLikeUserKey());
        assertThat(List.of("NRII-1", "eu01xx0000NRAL", "NRIQ-1"))
                .noneMatch(text -> UserKey.of(text, "x").looksLikeUserKey());
    }

    private static NerdGraphOptions options(String address) {
        return NerdGraphOptions.of(URI.create(address), UserKey.of("NRAK-CANARY", "the test"), null);
    }
}
