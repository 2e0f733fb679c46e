package io.github.sre4j.portfolio;

import io.github.sre4j.text.Columns;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All products in a few lines, for a terminal: the goal, the products furthest from it, and whom nobody hears of. Immutable and thread-safe. */
public final class PortfolioText {

    private static final int MOST = 10;
    private static final int WIDEST_NAME = 36;

    private final Texts words;
    private final Formats formats;

    /** The words of that language. */
    public PortfolioText(Texts texts) {
        this.words = texts.of(PortfolioText.class);
        this.formats = texts.formats();
    }

    /** The lines. */
    public List<String> lines(Portfolio portfolio) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "hero.goal",
                portfolio.atStandard(),
                portfolio.endpoints(),
                portfolio.clean(),
                portfolio.products().size(),
                duration(portfolio.excessSecondsPerDay())));
        List<CheckedProduct> behind = portfolio.products().stream()
                .filter(product -> product.summary().missed() > 0)
                .toList();
        int widest = Math.min(
                WIDEST_NAME,
                behind.stream()
                        .mapToInt(each -> Columns.width(TextEscaping.forTerminal(each.name())))
                        .max()
                        .orElse(0));
        for (CheckedProduct product : behind.subList(0, Math.min(MOST, behind.size()))) {
            String name = Columns.cut(TextEscaping.forTerminal(product.name()), widest);
            lines.add(words.get(
                    "text.product",
                    Columns.pad(name, widest),
                    product.summary().missed(),
                    product.summary().endpoints(),
                    duration(product.summary().excessSecondsPerDay())));
        }
        if (behind.size() > MOST) {
            lines.add(words.get("text.more", behind.size() - MOST));
        }
        if (!portfolio.stale().isEmpty()) {
            lines.add(words.get("heard.stale", portfolio.stale().size(), formats.duration(portfolio.staleAfter())));
        }
        lines.addAll(gaps(portfolio));
        if (!portfolio.waiversEnding().isEmpty()) {
            lines.add(words.get("heard.waivers", portfolio.waiversEnding().size()));
        }
        return lines;
    }

    /** One line for each product of which nothing is known. */
    public List<String> gaps(Portfolio portfolio) {
        List<String> lines = new ArrayList<>();
        for (CoverageGap gap : portfolio.gaps()) {
            String kind = words.get("gap." + gap.kind().name().toLowerCase(Locale.ROOT));
            lines.add(words.get(
                    gap.detail().isEmpty() ? "text.gap" : "text.gap-detail",
                    TextEscaping.forTerminal(gap.name()),
                    kind,
                    gap.detail().map(words::say).map(TextEscaping::forTerminal).orElse("")));
        }
        return lines;
    }

    private String duration(double seconds) {
        return formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
