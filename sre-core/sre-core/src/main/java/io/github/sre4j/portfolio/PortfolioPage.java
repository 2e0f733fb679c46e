package io.github.sre4j.portfolio;

import io.github.sre4j.report.html.HtmlPage;
import io.github.sre4j.report.html.HtmlWriter;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** All products as one page for browsers: one file without references to others. Immutable and thread-safe. */
public final class PortfolioPage {

    private static final int MOST_CANDIDATES = 10;

    /** After the product's name, which heads its row. */
    private static final List<String> COLUMNS =
            List.of("at-standard", "to-go", "waiting", "change", "build", "checked");

    private final HtmlPage page;
    private final Texts words;
    private final Formats formats;
    private final ProductRow row;

    /** A page in that language. */
    public PortfolioPage(Texts texts) {
        this.page = new HtmlPage(texts);
        this.words = texts.of(PortfolioPage.class);
        this.formats = texts.formats();
        this.row = new ProductRow(words, formats);
    }

    /** The whole page. */
    public String render(Portfolio portfolio) {
        return page.render(words.get("page.title"), rules(), html -> {
            html.leaf("a", words.get("skip"), "class", "skip", "href", "#products");
            html.open("main");
            summary(portfolio, html);
            candidates(portfolio, html);
            products(portfolio, html);
            waivers(portfolio, html);
            gaps(portfolio, html);
            html.close();
        });
    }

    /** What a value is, where a narrow screen has no room for the head of the table, and the sizes of this page's own pictures. */
    private String rules() {
        StringBuilder rules = new StringBuilder(
                ".share{width:96px;height:10px;display:inline-block;margin-right:.6rem}"
                        + ".share rect:first-child{fill:var(--zone)}.weeks{width:100%;max-width:32rem;height:3.25rem}"
                        + ".weeks path{fill:none;stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}"
                        + "#t .stale td:last-child{color:var(--bad);font-weight:600}@media(max-width:44em){.plain{min-width:40rem}");
        for (int i = 0; i < COLUMNS.size(); i++) {
            rules.append("#t td:nth-child(")
                    .append(i + 2)
                    .append(")::before{content:\"")
                    .append(words.get("column." + COLUMNS.get(i))
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\""))
                    .append("\"}");
        }
        return rules.append('}').toString();
    }

    private void summary(Portfolio portfolio, HtmlWriter html) {
        html.open("header");
        html.leaf("p", words.get("page.kind"), "class", "kind");
        html.leaf("h1", words.get("page.heading", portfolio.products().size()));
        html.leaf("p", words.get("page.at", formats.instant(portfolio.at())), "class", "quiet");
        html.close();
        html.open("section", "class", "hero", "aria-labelledby", "goal");
        html.open("div").open("h2", "id", "goal", "class", "figure");
        if (portfolio.endpoints() == 0) {
            html.text(words.get("hero.nothing"));
        } else if (portfolio.remaining() == 0) {
            html.text(words.get("hero.none-missed"));
        } else {
            html.leaf("b", formats.count(portfolio.remaining()), "class", "count")
                    .text(" ")
                    .leaf("span", words.get("hero.to-go"));
        }
        html.close();
        html.leaf(
                "p",
                words.get(
                        "hero.goal",
                        portfolio.atStandard(),
                        portfolio.endpoints(),
                        portfolio.clean(),
                        portfolio.products().size(),
                        duration(portfolio.excessSecondsPerDay())),
                "class",
                "lead");
        html.close().open("div", "class", "cards");
        heard(portfolio, html);
        html.close().close();
    }

    /** Whether the numbers above are all there is. */
    private void heard(Portfolio portfolio, HtmlWriter html) {
        List<CheckedProduct> stale = portfolio.stale();
        boolean whole = stale.isEmpty() && portfolio.gaps().isEmpty();
        html.open("div", "class", whole ? "card good" : "card bad");
        html.leaf("h3", words.get(whole ? "heard.all" : "heard.not-all"));
        html.open("ul");
        if (!stale.isEmpty()) {
            html.leaf("li", words.get("heard.stale", stale.size(), formats.duration(portfolio.staleAfter())));
        }
        for (CoverageGap.Kind kind : CoverageGap.Kind.values()) {
            long count =
                    portfolio.gaps().stream().filter(gap -> gap.kind() == kind).count();
            if (count > 0) {
                html.leaf("li", words.get("heard." + id(kind), count));
            }
        }
        int ending = portfolio.waiversEnding().size();
        if (ending > 0) {
            html.leaf("li", words.get("heard.waivers", ending));
        }
        html.close().close();
    }

    private void candidates(Portfolio portfolio, HtmlWriter html) {
        List<Portfolio.TopCandidate> top = portfolio.topCandidates(MOST_CANDIDATES);
        if (top.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "candidates");
        html.leaf("h2", words.get("candidates.title"), "id", "candidates");
        html.leaf("p", words.get("candidates.reading"), "class", "quiet");
        table(html, "candidates", List.of("gives-back", "product", "endpoint", "cause", "place"));
        for (Portfolio.TopCandidate each : top) {
            CheckedProduct.Candidate candidate = each.candidate();
            html.open("tr").leaf("td", duration(candidate.secondsPerDay()));
            html.open("td").leaf("bdi", name(each.product())).close();
            html.open("td").leaf("bdi", name(candidate.label())).close();
            html.leaf("td", name(candidate.stored().proposal()));
            html.open("td").leaf("code", name(place(candidate))).close().close();
        }
        html.close().close().close().close();
    }

    private String place(CheckedProduct.Candidate candidate) {
        String file = candidate.stored().file();
        if (file == null) {
            return words.get("candidates.no-place");
        }
        return words.get(
                "candidates.place", file, String.valueOf(candidate.stored().line()));
    }

    private void products(Portfolio portfolio, HtmlWriter html) {
        html.open("section", "aria-labelledby", "products");
        html.leaf("h2", words.get("products.title", portfolio.products().size()), "id", "products", "tabindex", "-1");
        html.leaf("p", words.get("products.reading"), "class", "quiet");
        filter(portfolio, html);
        html.open("div", "class", "wide", "id", "endpoint-table").open("table", "id", "t");
        html.leaf("caption", words.get("products.caption"), "class", "unseen");
        html.open("thead").open("tr").leaf("th", words.get("column.product"), "scope", "col");
        COLUMNS.forEach(column -> html.leaf("th", words.get("column." + column), "scope", "col"));
        html.close().close();
        for (int i = 0; i < portfolio.products().size(); i++) {
            row.write(portfolio, portfolio.products().get(i), "p" + (i + 1), html);
        }
        html.close().close().close();
    }

    /** Hidden until the script that can do it runs. */
    private void filter(Portfolio portfolio, HtmlWriter html) {
        html.open("form", "id", "filter", "role", "search", "hidden");
        html.open("label").leaf("span", words.get("filter.text"));
        html.open("input", "type", "search", "id", "q", "autocomplete", "off", "spellcheck", "false");
        html.close().open("label").leaf("span", words.get("filter.state"));
        html.open("select", "id", "v");
        html.leaf("option", words.get("filter.all", portfolio.products().size()), "value", "");
        for (ProductRow.State state : ProductRow.State.values()) {
            long count = portfolio.products().stream()
                    .filter(product -> ProductRow.State.of(portfolio, product) == state)
                    .count();
            if (count > 0) {
                html.leaf(
                        "option",
                        words.get("filter.option", words.get("state." + state.id()), count),
                        "value",
                        state.id());
            }
        }
        html.close().close();
        html.leaf("p", "", "id", "shown", "role", "status", "data-text", words.get("filter.shown", "{0}", "{1}"));
        html.close();
    }

    private void waivers(Portfolio portfolio, HtmlWriter html) {
        List<Portfolio.EndingWaiver> ending = portfolio.waiversEnding();
        if (ending.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "waivers");
        html.leaf("h2", words.get("waivers.title", Portfolio.WARNING_DAYS, ending.size()), "id", "waivers");
        table(html, "waivers", List.of("days-left", "product", "endpoint", "reason", "owner", "until"));
        for (Portfolio.EndingWaiver each : ending) {
            html.open("tr", "class", each.daysLeft() < 0 ? "look" : "");
            html.leaf(
                    "td",
                    each.daysLeft() < 0 ? words.get("waivers.ended") : words.get("waivers.days", each.daysLeft()));
            html.open("td").leaf("bdi", name(each.product())).close();
            html.open("td").leaf("code", name(each.waiver().endpoint())).close();
            html.leaf("td", name(each.waiver().reason()));
            html.leaf("td", name(each.waiver().owner()));
            html.leaf("td", formats.date(each.waiver().until())).close();
        }
        html.close().close().close().close();
    }

    private void gaps(Portfolio portfolio, HtmlWriter html) {
        if (portfolio.gaps().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "gaps");
        html.leaf("h2", words.get("gaps.title", portfolio.gaps().size()), "id", "gaps");
        table(html, "gaps", List.of("product", "why"));
        for (CoverageGap gap : portfolio.gaps()) {
            html.open("tr").open("td").leaf("bdi", name(gap.name())).close();
            html.open("td").text(words.get("gap." + id(gap.kind())));
            if (gap.detail().isPresent()) {
                html.leaf("small", name(words.say(gap.detail().get())));
            }
            html.close().close();
        }
        html.close().close().close().close();
    }

    private void table(HtmlWriter html, String labelledBy, List<String> columns) {
        html.open("div", "class", "wide", "role", "group", "aria-labelledby", labelledBy, "tabindex", "0");
        html.open("table", "class", "plain").open("thead").open("tr");
        columns.forEach(column -> html.leaf("th", words.get("column." + column), "scope", "col"));
        html.close().close().open("tbody");
    }

    private String duration(double seconds) {
        return formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private static String name(String fromOutside) {
        return TextEscaping.forTerminal(fromOutside);
    }

    private static String id(CoverageGap.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
