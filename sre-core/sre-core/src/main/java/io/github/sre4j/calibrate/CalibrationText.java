package io.github.sre4j.calibrate;

import io.github.sre4j.assess.stats.ConfidenceBounds;
import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A calibration in words and columns, for a terminal. Immutable and thread-safe. */
public final class CalibrationText {

    private static final String GAP = "  ";
    private static final String MARK = " ◀";

    private final Texts words;
    private final Formats formats;

    /** The words of that language. */
    public CalibrationText(Texts texts) {
        this.words = texts.of(CalibrationText.class);
        this.formats = texts.formats();
    }

    /** The lines where nobody looked for visits of browsers. */
    public List<String> lines(Calibration calibration) {
        return lines(calibration, BrowserEvidence.NONE);
    }

    /** The lines: what was tried, a table, the suggestion with its reasons, and what browsers tell of leaving, or that they tell nothing. */
    public List<String> lines(Calibration calibration, BrowserEvidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "subject",
                calibration.endpoints(),
                formats.count(calibration.requests()),
                formats.exactDuration(calibration.inForce())));
        lines.addAll(table(rows(calibration)));
        lines.add(suggestion(calibration));
        if (!evidence.buckets().isEmpty()) {
            lines.addAll(table(bounces(evidence)));
        }
        lines.add(evidence(evidence));
        return lines;
    }

    /** What browsers tell of leaving, in a sentence. */
    String evidence(BrowserEvidence evidence) {
        return switch (evidence.kind()) {
            case NO_PAGE_VIEWS -> words.get("no-browser-evidence");
            case NO_SESSIONS ->
                words.get("browser.no-sessions", evidence.pageViews(), formats.count(evidence.pageViews()));
            case TOO_FEW_VISITS -> words.get("browser.too-few-visits", BrowserEvidence.FEWEST_VISITS);
            case NO_DIFFERENCE -> words.get("browser.no-difference");
            case LEAVE_SOONER ->
                leaveSooner(Objects.requireNonNull(evidence.faster()), Objects.requireNonNull(evidence.slower()));
        };
    }

    private String leaveSooner(BounceBucket faster, BounceBucket slower) {
        String threshold = formats.exactDuration(slower.from());
        return slower.longest()
                .map(longest -> words.get(
                        "browser.leave-sooner", threshold, formats.exactDuration(longest), rate(slower), rate(faster)))
                .orElseGet(() -> words.get("browser.leave-sooner-beyond", threshold, rate(slower), rate(faster)));
    }

    /** Visits by load time, the first row being the heading. */
    List<List<String>> bounces(BrowserEvidence evidence) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.get("column.landing"),
                words.get(evidence.sample() ? "column.visits-sampled" : "column.visits"),
                words.get("column.left"),
                words.get("column.interval")));
        for (BounceBucket bucket : evidence.buckets()) {
            String landing = bucket.longest()
                    .map(longest -> words.get("landing.within", formats.exactDuration(longest)))
                    .orElseGet(() -> words.get("landing.beyond", formats.exactDuration(bucket.from())));
            boolean some = bucket.visits() > 0;
            ConfidenceBounds interval = bucket.interval();
            rows.add(List.of(
                    landing,
                    formats.count(bucket.visits()),
                    some ? rate(bucket) : "–",
                    some ? words.get("interval", percent(interval.low()), percent(interval.high())) : "–"));
        }
        return rows;
    }

    private String rate(BounceBucket bucket) {
        return percent(bucket.rate());
    }

    private String percent(double share) {
        return formats.percent(Math.round(share * 1_000) / 1_000.0);
    }

    /** The lines for many products. */
    public List<String> lines(Portfolio portfolio) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "together", portfolio.products(), portfolio.calibration().endpoints()));
        if (portfolio.omitted() > 0) {
            lines.add(words.get("together.omitted", portfolio.omitted()));
        }
        lines.addAll(table(rows(portfolio)));
        lines.add(suggestion(portfolio.calibration()));
        lines.add(words.get("together.limits"));
        return lines;
    }

    /** The thresholds of many products, the first row being the heading. */
    List<List<String>> rows(Portfolio portfolio) {
        Calibration calibration = portfolio.calibration();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.get("column.threshold"),
                words.get("column.p95-beyond"),
                words.get("column.products"),
                words.get("column.waiting-a-day"),
                words.get("column.bounds"),
                words.get("column.share")));
        for (Portfolio.Threshold each : portfolio.thresholds()) {
            Rung rung = calibration.at(each.threshold());
            String mark = each.threshold().equals(calibration.inForce()) ? MARK : "";
            rows.add(List.of(
                    formats.exactDuration(each.threshold()),
                    formats.count(each.endpoints()),
                    formats.count(each.products()),
                    formats.duration(rung.excess()),
                    words.get("interval", formats.duration(each.least()), formats.duration(each.most())),
                    formats.percent(Math.round(calibration.share(rung) * 100) / 100.0) + mark));
        }
        return rows;
    }

    /** What is suggested, and why. */
    String suggestion(Calibration calibration) {
        Suggestion suggestion = calibration.suggestion();
        Rung rung = calibration.at(suggestion.threshold());
        String threshold = formats.exactDuration(suggestion.threshold());
        String share = formats.percent(Math.round(calibration.share(rung) * 100) / 100.0);
        String shortest = formats.exactDuration(calibration.rungs().get(0).threshold());
        return switch (suggestion.kind()) {
            case STRICTER -> words.get("suggest.stricter", threshold, share, shortest, rung.missed());
            case KEEP -> words.get("suggest.keep", threshold, share, shortest, rung.missed());
            case KEEP_WORK_AHEAD -> words.get("suggest.keep-work-ahead", threshold, share, shortest, rung.missed());
            case TOO_LITTLE_TRAFFIC -> words.get("suggest.too-little-traffic", Suggestion.FEWEST_ENDPOINTS);
            case NOBODY_WAITS -> words.get("suggest.nobody-waits", shortest, threshold);
        };
    }

    /** The thresholds of one product, the first row being the heading. */
    List<List<String>> rows(Calibration calibration) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.get("column.threshold"),
                words.get("column.missed"),
                words.get("column.met"),
                words.get("column.undecided"),
                words.get("column.waiting"),
                words.get("column.share")));
        for (Rung rung : calibration.rungs()) {
            String mark = rung.threshold().equals(calibration.inForce()) ? MARK : "";
            rows.add(List.of(
                    formats.exactDuration(rung.threshold()),
                    formats.count(rung.missed()),
                    formats.count(rung.met()),
                    formats.count(rung.undecided()),
                    formats.duration(rung.excess()),
                    formats.percent(Math.round(calibration.share(rung) * 100) / 100.0) + mark));
        }
        return rows;
    }

    private static List<String> table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(each -> Columns.width(plain(each.get(at))))
                        .max()
                        .orElse(0);
                String cell = row.get(column);
                line.append(GAP)
                        .append(Columns.padLeft(plain(cell), width))
                        .append(cell.substring(plain(cell).length()));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String plain(String cell) {
        return cell.endsWith(MARK) ? cell.substring(0, cell.length() - MARK.length()) : cell;
    }
}
