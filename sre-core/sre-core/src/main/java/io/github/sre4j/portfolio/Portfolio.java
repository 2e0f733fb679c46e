package io.github.sre4j.portfolio;

import io.github.sre4j.report.json.StoredReport.StoredWaiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All products together.
 *
 * @param at when this was put together
 * @param staleAfter how old a check may be before its numbers are called stale
 * @param products one entry for each product, those with the smallest share of endpoints at the standard first
 * @param gaps products of which nothing is known, by name
 */
public record Portfolio(Instant at, Duration staleAfter, List<CheckedProduct> products, List<CoverageGap> gaps) {

    /** Waivers that end within so many days are named. */
    public static final int WARNING_DAYS = 14;

    /** Copies the lists. */
    public Portfolio {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(staleAfter, "staleAfter");
        products = List.copyOf(products);
        gaps = List.copyOf(gaps);
    }

    /**
     * A waiver that needs a look.
     *
     * @param product the product's name
     * @param waiver the waiver
     * @param daysLeft days left, 0 on the last; below 0 it has ended
     */
    public record EndingWaiver(String product, StoredWaiver waiver, long daysLeft) {}

    /**
     * An improvement candidate of the organisation.
     *
     * @param product the product's name
     * @param candidate the candidate
     */
    public record TopCandidate(String product, CheckedProduct.Candidate candidate) {}

    /**
     * Puts products together. Of several checks of one product the newest counts.
     *
     * @param at now
     * @param staleAfter how old a check may be
     * @param checks the checks, in any order
     * @param gaps what could not be read
     * @param expected names of products that should be there
     * @param inTelemetry names of services that report to telemetry; empty if nobody asked
     */
    public static Portfolio of(
            Instant at,
            Duration staleAfter,
            List<CheckedProduct> checks,
            List<CoverageGap> gaps,
            List<String> expected,
            List<String> inTelemetry) {
        Map<String, CheckedProduct> newest = new LinkedHashMap<>();
        checks.stream()
                .sorted(Comparator.comparing(
                                (CheckedProduct each) -> each.summary().at())
                        .thenComparing(CheckedProduct::source))
                .forEach(each -> newest.put(each.name(), each));
        List<CheckedProduct> products = new ArrayList<>(newest.values());
        products.sort(Comparator.comparingDouble(CheckedProduct::share)
                .thenComparing(each -> -each.summary().missed())
                .thenComparing(CheckedProduct::name));
        List<CoverageGap> all = new ArrayList<>(gaps);
        Set<String> known = new HashSet<>(newest.keySet());
        products.forEach(product -> {
            // A product may call itself otherwise than telemetry does.
            if (product.summary().app() != null) {
                known.add(product.summary().app());
            }
        });
        add(all, CoverageGap.Kind.MISSING, expected, known);
        add(all, CoverageGap.Kind.UNCHECKED, inTelemetry, known);
        all.sort(Comparator.comparing(CoverageGap::kind).thenComparing(CoverageGap::name));
        return new Portfolio(at, staleAfter, products, all);
    }

    private static void add(List<CoverageGap> gaps, CoverageGap.Kind kind, List<String> names, Set<String> known) {
        names.stream().filter(known::add).forEach(name -> gaps.add(new CoverageGap(kind, name)));
    }

    /** Endpoints judged in all products. */
    public int endpoints() {
        return products.stream().mapToInt(each -> each.summary().endpoints()).sum();
    }

    /** Of these, met or waived. */
    public int atStandard() {
        return products.stream()
                .mapToInt(each -> each.summary().met() + each.summary().waived())
                .sum();
    }

    /** Of these, missed: what remains. */
    public int remaining() {
        return products.stream().mapToInt(each -> each.summary().missed()).sum();
    }

    /** Time users wait beyond the standard, in seconds a day. */
    public double excessSecondsPerDay() {
        return products.stream()
                .mapToDouble(each -> each.summary().excessSecondsPerDay())
                .sum();
    }

    /** Products with nothing missed and something judged. */
    public int clean() {
        return (int) products.stream()
                .filter(each -> each.summary().missed() == 0 && each.summary().endpoints() > 0)
                .count();
    }

    /** Products whose last check is too long ago. */
    public List<CheckedProduct> stale() {
        return products.stream().filter(each -> each.stale(at, staleAfter)).toList();
    }

    /** Whether that product's last check is too long ago. */
    public boolean isStale(CheckedProduct product) {
        return product.stale(at, staleAfter);
    }

    /** Waivers that have ended or end within {@value #WARNING_DAYS} days, the next first. */
    public List<EndingWaiver> waiversEnding() {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return products.stream()
                .flatMap(product -> product.waivers().stream()
                        .map(waiver -> new EndingWaiver(
                                product.name(), waiver, ChronoUnit.DAYS.between(today, waiver.until()))))
                .filter(each -> each.daysLeft() <= WARNING_DAYS)
                .sorted(Comparator.comparingLong(EndingWaiver::daysLeft).thenComparing(EndingWaiver::product))
                .toList();
    }

    /** The candidates of all products, those that give users most time back first. */
    public List<TopCandidate> topCandidates(int atMost) {
        return products.stream()
                .flatMap(product ->
                        product.candidates().stream().map(candidate -> new TopCandidate(product.name(), candidate)))
                .sorted(Comparator.comparingDouble(
                                (TopCandidate each) -> each.candidate().secondsPerDay())
                        .reversed()
                        .thenComparing(TopCandidate::product))
                .limit(atMost)
                .toList();
    }
}
