package io.github.sre4j.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckLinksTest {

    @TempDir
    private Path site;

    @Test
    void a_link_to_a_page_a_folder_a_place_or_another_site_is_whole() throws IOException {
        write(
                "index.html",
                "<a href=\"sub/\">x</a> <a href=a.html#there>x</a> <a href=\"https://example.org/nowhere\">x</a>");
        write("sub/index.html", "<a href=\"../a.html\">x</a> <img src=../pic.svg>");
        write("a.html", "<h2 id=\"there\">There</h2><a href=\"#there\">x</a>");
        write("pic.svg", "<svg/>");
        assertThat(CheckLinks.broken(site)).isEmpty();
        CheckLinks.main(site.toString());
    }

    @Test
    void each_link_that_leads_nowhere_is_named_with_its_page() throws IOException {
        write("index.html", "<a href=\"gone.html\">x</a> <a href=\"a.html#gone\">x</a> <img src=\"gone.png\">");
        write("a.html", "<h2 id=there>There</h2>");
        assertThat(CheckLinks.broken(site))
                .containsExactly(
                        "index.html: 'a.html#gone' names a place that the page does not have",
                        "index.html: there is no 'gone.html'",
                        "index.html: there is no 'gone.png'");
        assertThatThrownBy(() -> CheckLinks.main(site.toString()))
                .hasMessageStartingWith("3 links of the site lead nowhere:");
    }

    private void write(String name, String html) throws IOException {
        Path file = site.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, html);
    }
}
