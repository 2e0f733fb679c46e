package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTimeTest {

    private static final Instant END = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void is_ten_minutes_whatever_the_window_around_them() {
        Window seen = new Window(Instant.parse("2026-11-22T08:43:00Z"), Instant.parse("2026-11-22T08:53:00Z"));
        List<EndpointMeasurement> capture = List.of(measurement(hour("2026-11-22T08:00:00Z", 700)));
        ObservedTime inWeek = ObservedTime.of(Window.endingAt(END, Duration.ofDays(7)), seen, capture);
        ObservedTime inMinutes = ObservedTime.of(Window.endingAt(END, Duration.ofMinutes(20)), seen, capture);
        assertThat(inWeek).isEqualTo(inMinutes);
        assertThat(inWeek.length()).isEqualTo(Duration.ofMinutes(10));
        assertThat(inWeek.isPartOf(Window.endingAt(END, Duration.ofDays(7)))).isTrue();
    }

    @Test
    void is_the_window_where_traffic_covers_it_but_for_its_edges() {
        Window week = Window.endingAt(END, Duration.ofDays(7));
        Window seen = new Window(week.from().plus(Duration.ofHours(2)), END.plus(Duration.ofDays(3)));
        assertThat(ObservedTime.of(week, seen, List.of(measurement(hour("2026-11-15T11:00:00Z", 900)))))
                .as("one hour of the week")
                .isNotEqualTo(ObservedTime.all(week));
        assertThat(ObservedTime.of(week, seen, List.of(everyHour(week, 2, 168))))
                .isEqualTo(ObservedTime.all(week));
    }

    @Test
    void leaves_out_days_without_any_request_but_no_night() {
        Window week = Window.endingAt(END, Duration.ofDays(7));
        List<HourCounts> hours = new ArrayList<>(everyHour(week, 0, 14).hours());
        hours.addAll(everyHour(week, 24, 48).hours());
        hours.addAll(everyHour(week, 96, 168).hours());
        assertThat(ObservedTime.of(week, null, List.of(measurement(hours.toArray(HourCounts[]::new))))
                        .length())
                .isEqualTo(Duration.ofDays(5));
    }

    @Test
    void is_the_window_where_too_few_requests_show_its_ends() {
        Window week = Window.endingAt(END, Duration.ofDays(7));
        Window seen = new Window(END.minusSeconds(3600), END);
        assertThat(ObservedTime.of(week, seen, List.of(measurement(hour("2026-11-22T08:00:00Z", 29)))))
                .isEqualTo(ObservedTime.all(week));
        assertThat(ObservedTime.of(week, null, List.of())).isEqualTo(ObservedTime.all(week));
    }

    @Test
    void takes_rare_requests_for_rare_and_not_for_gaps() {
        Window week = Window.endingAt(END, Duration.ofDays(7));
        List<HourCounts> hours = new ArrayList<>();
        for (int day = 0; day < 7; day += 2) {
            hours.add(new HourCounts(week.from().plus(Duration.ofDays(day)), new Counts(9, 0, 0)));
        }
        assertThat(ObservedTime.of(week, null, List.of(measurement(hours.toArray(HourCounts[]::new))))
                        .days())
                .isGreaterThan(6);
    }

    private static EndpointMeasurement everyHour(Window window, int from, int to) {
        List<HourCounts> hours = new ArrayList<>();
        for (int hour = from; hour < to; hour++) {
            hours.add(new HourCounts(window.from().plus(Duration.ofHours(hour)), new Counts(20, 0, 0)));
        }
        return measurement(hours.toArray(HourCounts[]::new));
    }

    private static HourCounts hour(String start, long requests) {
        return new HourCounts(Instant.parse(start), new Counts(requests, 0, 0));
    }

    private static EndpointMeasurement measurement(HourCounts... hours) {
        Counts whole = Counts.NONE;
        for (HourCounts hour : hours) {
            whole = whole.plus(hour.counts());
        }
        return new EndpointMeasurement(
                new EndpointName("WebTransaction/Uri/a"),
                whole,
                whole,
                Counts.NONE,
                List.of(hours),
                Duration.ZERO,
                whole.requests(),
                null);
    }
}
