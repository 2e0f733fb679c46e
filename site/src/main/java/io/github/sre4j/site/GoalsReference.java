package io.github.sre4j.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The goals and their parameters, as the plugin's descriptor has them. */
final class GoalsReference {

    private GoalsReference() {}

    static String of(Path descriptor) throws IOException, ParserConfigurationException, SAXException {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(descriptor.toFile())
                .getDocumentElement();
        List<Element> goals = children(child(plugin, "mojos"), "mojo").stream()
                .filter(goal -> !text(goal, "goal").equals("help"))
                .sorted(Comparator.comparing(goal -> text(goal, "goal")))
                .toList();
        StringBuilder page =
                new StringBuilder("# Goals\n\nEach goal is run as `mvn sre:<goal>`, with `io.github.sre4j` among the "
                        + "`pluginGroups` of `settings.xml`, or as `mvn io.github.sre4j:sre-maven-plugin:<goal>`. In a `pom.xml` a parameter is "
                        + "set by its name in `<configuration>`, on the command line by its property: `-Dsre.window=7d`. "
                        + "`mvn sre:help -Ddetail` prints this page.\n\n| goal | does |\n|---|---|\n");
        for (Element goal : goals) {
            page.append("| [`sre:")
                    .append(text(goal, "goal"))
                    .append("`](#")
                    .append(anchor(goal))
                    .append(") | ")
                    .append(firstSentence(cell(text(goal, "description"))))
                    .append(" |\n");
        }
        goals.forEach(goal -> goal(goal, page));
        return page.toString();
    }

    private static void goal(Element goal, StringBuilder page) {
        page.append("\n<a id=\"")
                .append(anchor(goal))
                .append("\"></a>\n\n## sre:")
                .append(text(goal, "goal"))
                .append("\n\n");
        page.append(prose(text(goal, "description"))).append("\n\n");
        List<String> traits = new ArrayList<>();
        if (!text(goal, "phase").isEmpty()) {
            traits.add("bound to `" + text(goal, "phase") + "` unless told otherwise");
        }
        traits.add(text(goal, "requiresProject").equals("false") ? "needs no project" : "needs a project");
        traits.add(text(goal, "threadSafe").equals("true") ? "thread-safe" : "not thread-safe");
        if (text(goal, "aggregator").equals("true")) {
            traits.add("runs once for a reactor");
        }
        page.append("*").append(String.join(", ", traits)).append("*\n\n");
        page.append("| parameter | property | default | meaning |\n|---|---|---|---|\n");
        Map<String, Element> defaults = new TreeMap<>();
        NodeList configuration = child(goal, "configuration").getChildNodes();
        for (int i = 0; i < configuration.getLength(); i++) {
            if (configuration.item(i) instanceof Element element) {
                defaults.put(element.getTagName(), element);
            }
        }
        for (Element parameter : children(child(goal, "parameters"), "parameter")) {
            if (text(parameter, "editable").equals("false")) {
                continue;
            }
            Element value = defaults.get(text(parameter, "name"));
            String property = value == null ? "" : value.getTextContent().strip();
            String preset = value == null ? "" : value.getAttribute("default-value");
            page.append("| `")
                    .append(text(parameter, "name"))
                    .append("` | ")
                    .append(property.isEmpty() ? "" : "`" + property.substring(2, property.length() - 1) + "`")
                    .append(" | ")
                    .append(preset.isEmpty() ? "" : "`" + preset + "`")
                    .append(" | ")
                    .append(cell(text(parameter, "description")))
                    .append(" |\n");
        }
    }

    private static String anchor(Element goal) {
        return "sre-" + text(goal, "goal");
    }

    /** A description is HTML with few tags; the code marks are kept. */
    private static String prose(String html) {
        return html.replaceAll("</?code>", "`")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String cell(String html) {
        return prose(html).replace("|", "\\|").replace("<", "&lt;");
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plugin's descriptor has no " + name));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
