package io.github.sre4j.portfolio;

import java.util.regex.Pattern;

/**
 * Cells of comma-separated values that no spreadsheet runs (OWASP, CSV Injection). Spreadsheets skip spaces and invisible characters before a formula, know its
 * first sign in full width, too, and may be told that another character separates cells.
 */
final class CsvCell {

    private static final String SKIPPED = "[\\p{Z}\\p{C}]*";

    /** Signs that begin a formula, at the beginning of a cell or of what another separator would make one. */
    private static final Pattern FORMULA = Pattern.compile("(^|[;,|\\t\"'])(" + SKIPPED
            + ")(?=[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\u2212\\uFE63\\uFE62\\uFE66\\uFE6B])");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private CsvCell() {}

    /** Returns a cell: a number as it is; text on one line, with an apostrophe before each sign that would begin a formula, quoted if needed. */
    static String of(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text;
        }
        String safe = FORMULA.matcher(text).replaceAll("$1$2'");
        String line = CONTROL.matcher(safe).replaceAll(" ");
        return line.chars().anyMatch(c -> c == ',' || c == ';' || c == '"') || !line.equals(line.strip())
                ? '"' + line.replace("\"", "\"\"") + '"'
                : line;
    }
}
