package io.github.sre4j.maven.site;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/**
 * A page of a site, written by what Doxia 1 and Doxia 2 have in common. A sink escapes text, so that what comes from telemetry stays text. Not
 * thread-safe.
 */
final class SitePage {

    private final Sink sink;

    SitePage(Sink sink) {
        this.sink = sink;
    }

    /** Begins the page. */
    void begin(String title) {
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
    }

    /** Ends the page. */
    void end() {
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }

    void section(String title, Runnable content) {
        sink.section2();
        sink.sectionTitle2();
        sink.text(title);
        sink.sectionTitle2_();
        content.run();
        sink.section2_();
    }

    void paragraph(String text) {
        sink.paragraph();
        sink.text(text);
        sink.paragraph_();
    }

    void strong(String text) {
        sink.paragraph();
        sink.bold();
        sink.text(text);
        sink.bold_();
        sink.paragraph_();
    }

    void link(String target, String text) {
        sink.paragraph();
        sink.link(target);
        sink.text(text);
        sink.link_();
        sink.paragraph_();
    }

    void list(List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        sink.list();
        items.forEach(item -> {
            sink.listItem();
            sink.text(item);
            sink.listItem_();
        });
        sink.list_();
    }

    /** A table whose cells may hold several lines. */
    void table(List<String> header, List<List<List<String>>> rows) {
        int[] justification = new int[header.size()];
        Arrays.fill(justification, Sink.JUSTIFY_LEFT);
        sink.table();
        sink.tableRows(justification, false);
        sink.tableRow();
        header.forEach(cell -> {
            sink.tableHeaderCell();
            sink.text(cell);
            sink.tableHeaderCell_();
        });
        sink.tableRow_();
        for (List<List<String>> row : rows) {
            sink.tableRow();
            row.forEach(this::cell);
            sink.tableRow_();
        }
        sink.tableRows_();
        sink.table_();
    }

    private void cell(List<String> lines) {
        sink.tableCell();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                sink.lineBreak();
            }
            sink.text(lines.get(i));
        }
        sink.tableCell_();
    }
}
