package io.github.sre4j.portfolio;

import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All products as comma-separated values (RFC 4180), one product a line, in English, for tools. Text that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
public final class PortfolioCsv {

    private static final List<String> COLUMNS = List.of(
            "product",
            "status",
            "checked_at",
            "standard",
            "endpoints",
            "met",
            "missed",
            "undecided",
            "waived",
            "share_at_standard",
            "excess_seconds_per_day",
            "build_passed",
            "change_4_weeks",
            "detail");

    private PortfolioCsv() {}

    /** The whole file. */
    public static String render(Portfolio portfolio) {
        StringBuilder csv = new StringBuilder();
        line(csv, COLUMNS);
        for (CheckedProduct product : portfolio.products()) {
            line(
                    csv,
                    List.of(
                            product.name(),
                            portfolio.isStale(product) ? "stale" : "checked",
                            product.summary().at().toString(),
                            product.summary().standard(),
                            String.valueOf(product.summary().endpoints()),
                            String.valueOf(product.summary().met()),
                            String.valueOf(product.summary().missed()),
                            String.valueOf(product.summary().undecided()),
                            String.valueOf(product.summary().waived()),
                            String.format(Locale.ROOT, "%.4f", product.share()),
                            String.format(Locale.ROOT, "%.3f", product.summary().excessSecondsPerDay()),
                            String.valueOf(product.summary().passed()),
                            product.change().isPresent()
                                    ? String.valueOf(product.change().getAsInt())
                                    : "",
                            product.source()));
        }
        for (CoverageGap gap : portfolio.gaps()) {
            line(
                    csv,
                    List.of(
                            gap.name(),
                            gap.kind().name().toLowerCase(Locale.ROOT),
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            gap.detail().map(Message::english).orElse("")));
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
