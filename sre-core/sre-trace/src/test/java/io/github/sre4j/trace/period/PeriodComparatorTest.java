package io.github.sre4j.trace.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.period.profile.EventType;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodComparatorTest {

    private static PeriodComparison compare(int reference, int window, Consumer<ShopRequests> fault) {
        PeriodComparator comparator = new PeriodComparator();
        new ShopRequests(1).traces(reference).forEach(comparator::addReference);
        ShopRequests faulty = new ShopRequests(2);
        fault.accept(faulty);
        faulty.traces(window).forEach(comparator::addWindow);
        return comparator.compare();
    }

    private static RootCause first(int window, Consumer<ShopRequests> fault) {
        PeriodComparison comparison = compare(40, window, fault);
        assertThat(comparison.causes()).isNotEmpty();
        return comparison.causes().get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 50})
    void finds_early_return_in_callee(int window) {
        RootCause cause = first(window, shop -> shop.stockReturnsEarly = true);

        assertThat(cause.kind()).isEqualTo(RootCause.Kind.CHANGED_FLOW);
        assertThat(cause.service()).isEqualTo("stock");
        assertThat(Objects.requireNonNull(cause.after()).text()).isEqualTo("looking for item *");
        assertThat(Objects.requireNonNull(cause.before()).kind()).isEqualTo(EventType.Kind.CALL);
        assertThat(cause.affected()).isEqualTo(window);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50})
    void finds_exception_in_callee(int window) {
        RootCause cause = first(window, shop -> shop.stockThrows = true);

        assertThat(cause.kind()).isEqualTo(RootCause.Kind.ERRORS);
        assertThat(cause.service()).isEqualTo("stock");
        assertThat(Objects.requireNonNull(cause.after()).text()).isEqualTo("looking for item *");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50})
    void finds_busy_service(int window) {
        RootCause cause = first(window, shop -> shop.stockSlowdown = 5);

        assertThat(cause.kind()).isEqualTo(RootCause.Kind.OWN_TIME);
        assertThat(cause.service()).isEqualTo("stock");
        assertThat(cause.ratio()).isBetween(3.0, 7.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50})
    void finds_slow_network_of_service(int window) {
        RootCause cause = first(window, shop -> shop.stockDelay = 60);

        assertThat(cause.kind()).isEqualTo(RootCause.Kind.NETWORK);
        assertThat(cause.service()).isEqualTo("stock");
    }

    @Test
    void finds_slow_database() {
        RootCause cause = first(10, shop -> shop.databaseDelay = 60);

        assertThat(cause.kind()).isEqualTo(RootCause.Kind.DEPENDENCY);
        assertThat(cause.times().get(0).caller()).isEqualTo("stock");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 100, 500})
    void finds_nothing_without_change(int window) {
        assertThat(compare(40, window, shop -> {}).causes()).isEmpty();
    }

    @Test
    void finds_nothing_without_reference() {
        assertThat(compare(0, 20, shop -> shop.stockThrows = true).causes()).isEmpty();
    }
}
