package io.github.sre4j.maven.site;

import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.portfolio.Portfolio;
import io.github.sre4j.portfolio.PortfolioText;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/** All products of a build as a page of its site. Immutable and thread-safe. */
public final class PortfolioSitePage {

    private final Texts words;
    private final Formats formats;
    private final PortfolioText text;

    /** A page in that language. */
    public PortfolioSitePage(Texts texts) {
        this.words = texts.of(PortfolioSitePage.class);
        this.formats = texts.formats();
        this.text = new PortfolioText(texts);
    }

    /**
     * Writes the page.
     *
     * @param portfolio the products
     * @param fullPage where the page with pictures is, seen from this one
     * @param sink the page of the site; it is closed at the end
     */
    public void write(Portfolio portfolio, String fullPage, Sink sink) {
        SitePage page = new SitePage(sink);
        page.begin(words.get("all.title"));
        List<String> lines = text.lines(portfolio);
        page.strong(lines.get(0));
        page.link(fullPage, words.get("full"));
        if (!portfolio.products().isEmpty()) {
            page.section(words.get("all.products", portfolio.products().size()), () -> table(portfolio, page));
        }
        if (!portfolio.gaps().isEmpty()) {
            page.section(words.get("all.gaps", portfolio.gaps().size()), () -> page.list(text.gaps(portfolio)));
        }
        page.end();
    }

    /** Writes a page that says why there is none. */
    public void writeMissing(String why, Sink sink) {
        SitePage page = new SitePage(sink);
        page.begin(words.get("all.title"));
        page.strong(words.get("no-report"));
        page.paragraph(TextEscaping.printable(why));
        page.end();
    }

    private void table(Portfolio portfolio, SitePage page) {
        page.table(
                List.of(
                        words.get("all.product"),
                        words.get("all.at-standard"),
                        words.get("all.to-go"),
                        words.get("all.waiting"),
                        words.get("all.checked")),
                portfolio.products().stream().map(this::row).toList());
    }

    private List<List<String>> row(CheckedProduct product) {
        return List.of(
                List.of(TextEscaping.forTerminal(product.name())),
                List.of(words.get(
                        "all.share",
                        product.summary().met() + product.summary().waived(),
                        product.summary().endpoints())),
                List.of(formats.count(product.summary().missed())),
                List.of(formats.duration(
                        Duration.ofMillis(Math.round(product.summary().excessSecondsPerDay() * 1000)))),
                List.of(formats.instant(product.summary().at())));
    }
}
