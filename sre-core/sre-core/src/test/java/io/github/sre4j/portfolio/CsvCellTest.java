package io.github.sre4j.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    private static final Pattern RUN = Pattern.compile("^[\\s\\p{Z}\\p{C}\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+cmd|' /C calc'!A0",
                "-cmd|' /C calc'!A0",
                "@SUM(1)",
                "  =1+1",
                "\t=1+1",
                "\r\n=1+1",
                "\u00A0=1+1",
                "\u200B=1+1",
                "\uFEFF=1+1",
                "\u0000=1+1",
                "\uFF1D1+1",
                " \uFF0B1",
                "\uFF0D1x",
                "\uFF20SUM(1)",
                "\u22121+1",
                "orders;=1+1",
                "orders\t@SUM(1)",
                "orders\";=1+1",
                "orders,\u200B=1+1"
            })
    void keeps_spreadsheets_from_running_text(String text) {
        String cell = CsvCell.of(text);
        assertThat(RUN.matcher(cell).find()).isFalse();
        for (String part : cell.split("[;,\t|]", -1)) {
            assertThat(RUN.matcher(part).find()).as(part).isFalse();
        }
        assertThat(cell).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @Test
    void leaves_numbers_and_names_as_they_are() {
        for (String text : List.of("-2", "0.2500", "-1.5", "orders", "GET /a-b=c", "acme 1", "日本語", "")) {
            assertThat(CsvCell.of(text)).isEqualTo(text);
        }
        assertThat(CsvCell.of("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }

    @Test
    void never_begins_a_cell_with_a_formula_whatever_the_text() {
        String signs = "=+-@;,\t\r\n \"'|\u00A0\u200B\uFF1Dab1";
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String cell = CsvCell.of(text.toString());
            if (!cell.matches("-?\\d+(\\.\\d+)?")) {
                for (String part : cell.split("[;,|]", -1)) {
                    assertThat(RUN.matcher(part).find())
                            .as(text + " -> " + cell)
                            .isFalse();
                }
            }
        }
    }
}
