package io.github.sre4j.advisor.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnHostsTest {

    private final OwnHosts acme = new OwnHosts(List.of("acme.com", "*.Acme.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stock",
                "localhost",
                "stock.local",
                "stock.acme.internal",
                "stock.shop.svc",
                "stock.shop.svc.cluster.local",
                "stock.shop.svc.acme-cluster.net",
                "stock.corp",
                "10.0.0.1",
                "127.0.0.1",
                "172.16.0.1",
                "172.31.255.1",
                "192.168.1.1",
                "169.254.1.1",
                "100.64.0.1",
                "::1",
                "[::1]",
                "fd00::17",
                "fe80::1",
                "acme.com",
                "api.acme.com",
                "API.ACME.COM",
                "eu.acme.example"
            })
    void names_and_addresses_of_ones_own_network_and_domains_may_be_own(String host) {
        assertThat(acme.mayBeOwn(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.fastship.example",
                "notacme.com",
                "acme.com.evil.example",
                "172.32.0.1",
                "8.8.8.8",
                "100.128.0.1",
                "192.169.1.1",
                "2001:db8::1",
                "internal.example.com",
                "svc.example.com"
            })
    void all_others_are_not(String host) {
        assertThat(acme.mayBeOwn(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://acme.com", "acme com", "acme..com"})
    void what_is_no_domain_is_refused_by_its_name(String wrong) {
        assertThatThrownBy(() -> new OwnHosts(List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + wrong + "'");
    }

    @Test
    void without_domains_only_the_network_is_own() {
        assertThat(OwnHosts.UNSAID.mayBeOwn("api.acme.com")).isFalse();
    }
}
