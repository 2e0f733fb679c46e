package io.github.sre4j.calibrate;

import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.util.ArrayList;
import java.util.List;

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

    /** The lines: what was tried, a table, the suggestion with its reasons, and what there is no evidence for. */
    public List<String> lines(Calibration calibration) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "subject",
                calibration.endpoints(),
                formats.count(calibration.requests()),
                formats.exactDuration(calibration.inForce())));
        lines.addAll(table(rows(calibration)));
        lines.add(suggestion(calibration));
        lines.add(words.get("no-browser-evidence"));
        return lines;
    }

    /** The lines for many products. */
    public List<String> lines(Portfolio portfolio) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get("together", portfolio.products(), portfolio.endpoints()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.get("column.threshold"), words.get("column.p95-beyond"), words.get("column.products")));
        portfolio
                .missed()
                .forEach(missed -> rows.add(List.of(
                        formats.exactDuration(missed.threshold()),
                        formats.count(missed.endpoints()),
                        formats.count(missed.products()))));
        lines.addAll(table(rows));
        lines.add(words.get("together.limits"));
        return lines;
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

    private List<List<String>> rows(Calibration calibration) {
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
