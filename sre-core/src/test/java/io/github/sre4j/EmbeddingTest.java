package io.github.sre4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.recorder.SliRecorder;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a service gets with the core, and what it can do without. */
class EmbeddingTest {

    /** The build's enforcer rule holds the whole tree; this holds the list people read, and that the adapters' frameworks are not in it. */
    @Test
    void a_service_gets_three_dependencies_and_no_other() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        List<String> inherited = new ArrayList<>();
        List<String> adapted = new ArrayList<>();
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element each = (Element) dependencies.item(i);
            if (!each.getParentNode().getParentNode().getNodeName().equals("project")) {
                continue;
            }
            String scope = text(each, "scope");
            if (scope.isEmpty() && !text(each, "optional").equals("true")) {
                inherited.add(text(each, "groupId") + ":" + text(each, "artifactId"));
            } else if (scope.equals("provided")) {
                assertThat(text(each, "optional")).isEqualTo("true");
                adapted.add(text(each, "artifactId"));
            }
        }
        assertThat(inherited)
                .containsExactlyInAnyOrder(
                        "com.fasterxml.jackson.core:jackson-databind",
                        "org.hdrhistogram:HdrHistogram",
                        "org.jspecify:jspecify");
        assertThat(adapted)
                .containsExactlyInAnyOrder(
                        "jakarta.servlet-api", "micrometer-core", "spring-boot-autoconfigure", "spring-boot-actuator");
    }

    @Test
    void recording_works_with_nothing_but_hdr_histogram_beside_it() throws Exception {
        URL[] few = {place(SliRecorder.class), place(Histogram.class)};
        try (URLClassLoader alone = new URLClassLoader(few, ClassLoader.getPlatformClassLoader())) {
            Class<?> recorderType = alone.loadClass("io.github.sre4j.recorder.SliRecorder");
            Class<?> outcomeType = alone.loadClass("io.github.sre4j.recorder.Outcome");
            Object recorder = recorderType.getMethod("create").invoke(null);
            Method record = recorderType.getMethod("record", String.class, long.class, outcomeType);
            record.invoke(recorder, "a", 1_000_000L, outcomeType.getEnumConstants()[0]);
            Object interval = recorderType.getMethod("cut").invoke(recorder);
            assertThat(interval.getClass().getMethod("requests").invoke(interval))
                    .isEqualTo(1L);
        }
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static String text(Element of, String name) {
        NodeList found = of.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
