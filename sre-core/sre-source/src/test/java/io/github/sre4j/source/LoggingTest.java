package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.shop.service.OrderServiceImpl|listing orders with status open|OrderServiceImpl.list:42",
                "c.a.shop.service.OrderServiceImpl|listing orders with status open|OrderServiceImpl.list:42",
                "com.acme.shop.service.OrderServiceImpl|order 7 has no lines, customer Davis|OrderServiceImpl.one:52",
                "com.acme.shop.service.OrderServiceImpl|price of A-1 is 0|OrderServiceImpl.check:69",
            })
    void a_line_leads_to_the_statement_that_wrote_it(String logger, String message, String place) {
        List<SourceLocation> found = Shop.INDEX.logging(logger, message);
        assertThat(Shop.shown(found)).containsExactly(place);
        assertThat(found.get(0).score()).isGreaterThan(0.6);
    }

    @Test
    void a_line_of_another_logger_has_no_place() {
        assertThat(Shop.INDEX.logging("com.acme.shop.service.OrderServiceImpl", "something else"))
                .isEmpty();
        assertThat(Shop.INDEX.logging("org.hibernate.SQL", "")).isEmpty();
    }
}
