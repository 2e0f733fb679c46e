package io.github.sre4j.report.html;

import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Texts;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void dump() throws Exception {
        Path out = Path.of("target/pages");
        Files.createDirectories(out);
        for (String language : List.of("en", "ja")) {
            for (Map.Entry<String, ServiceLevelReport> each : Pages.all().entrySet()) {
                Files.writeString(
                        out.resolve(each.getKey() + "." + language + ".html"),
                        new HtmlReport(Texts.of(language)).render(each.getValue()));
            }
        }
    }
}
