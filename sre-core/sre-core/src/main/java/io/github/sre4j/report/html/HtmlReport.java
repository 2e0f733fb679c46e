package io.github.sre4j.report.html;

import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Texts;
import java.util.List;

/** Lays a report out as a page for browsers. Immutable and thread-safe. */
public final class HtmlReport {

    private final PageText words;
    private final HtmlPage page;
    private final PageRules rules;
    private final List<PageSection> sections;

    /** A page of a check in that language: it says what the build does. */
    public HtmlReport(Texts texts) {
        this(texts, false);
    }

    private HtmlReport(Texts texts, boolean running) {
        this.words = new PageText(texts);
        this.page = new HtmlPage(texts);
        this.rules = new PageRules(words);
        // The order in which a reader needs them.
        this.sections = List.of(
                new Summary(words, running),
                new ContributedSections(texts),
                new MissedPart(words),
                new EndpointsPart(words),
                new WaiversPart(words),
                new ExcludedNamesSection(words),
                new SourcePart(words),
                new HelpPart(words));
    }

    /** A page of a running service in that language: it has no build that passes or fails, so nothing is said of one. */
    public static HtmlReport ofRunningService(Texts texts) {
        return new HtmlReport(texts, true);
    }

    /** The whole page: one file without references to others. */
    public String render(ServiceLevelReport report) {
        String title = words.own("page.title", words.name(report.service().name()));
        return page.render(title, rules.of(report.assessment().window()), html -> {
            html.leaf("a", words.own("skip"), "class", "skip", "href", "#endpoints");
            html.open("main");
            sections.forEach(section -> section.write(report, html));
            html.close();
        });
    }
}
