package io.github.sre4j.maven.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Maven's build cache extension in a build: where the inputs of a module have not changed, it skips the goals of the module, and {@code sre:check} with them, although
 * production has changed since. Immutable and thread-safe.
 *
 * @param declaration the file that loads the extension
 * @param line line of the extension in it, from 1
 * @param config the extension's configuration file, which may be missing
 * @param runsCheckAlways whether the configuration exempts {@code sre:check}
 */
public record BuildCache(Path declaration, int line, Path config, boolean runsCheckAlways) {

    private static final String EXTENSION = "maven-build-cache-extension";
    private static final String PLUGIN = "sre-maven-plugin";
    private static final String GROUP = "io.github.sre4j";

    /**
     * Finds the extension.
     *
     * @param root the root directory of the build, which has the folder {@code .mvn}
     * @return the extension; empty if it is not loaded or is disabled, or if its files cannot be read, which Maven itself reports
     */
    public static Optional<BuildCache> find(Path root) {
        Path extensions = root.resolve(".mvn").resolve("extensions.xml");
        Path config = root.resolve(".mvn").resolve("maven-build-cache-config.xml");
        try {
            int line = lineOfExtension(extensions);
            if (line == 0) {
                return Optional.empty();
            }
            Settings settings = Settings.read(config);
            return settings.disabled
                    ? Optional.empty()
                    : Optional.of(new BuildCache(extensions, line, config, settings.runsCheckAlways));
        } catch (IOException | XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** Returns the lines that exempt {@code sre:check}, for the configuration file. */
    public static List<String> configuration() {
        // No text block: the reader of the plugin descriptor takes the address in it for a comment.
        return List.of(
                "<cache xmlns=\"http://maven.apache.org/BUILD-CACHE-CONFIG/1.2.0\">",
                "  <executionControl>",
                "    <runAlways>",
                "      <goalsLists>",
                "        <goalsList groupId=\"io.github.sre4j\" artifactId=\"sre-maven-plugin\">",
                "          <goals><goal>check</goal></goals>",
                "        </goalsList>",
                "      </goalsLists>",
                "    </runAlways>",
                "  </executionControl>",
                "</cache>");
    }

    private static int lineOfExtension(Path file) throws IOException, XMLStreamException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("artifactId")
                        && xml.getElementText().strip().equals(EXTENSION)) {
                    return Math.max(1, xml.getLocation().getLineNumber());
                }
            }
        }
        return 0;
    }

    /** A checkout may be anybody's: no document type, no entity of elsewhere. */
    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    /** What the configuration file says of the cache and of this plugin. */
    private static final class Settings {

        private boolean disabled;
        private boolean runsCheckAlways;

        static Settings read(Path file) throws IOException, XMLStreamException {
            Settings settings = new Settings();
            if (Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    settings.read(reader(in));
                }
            }
            return settings;
        }

        private void read(XMLStreamReader xml) throws XMLStreamException {
            Deque<String> path = new ArrayDeque<>();
            boolean ofThisPlugin = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String name = xml.getLocalName();
                        boolean always = path.contains("runAlways");
                        boolean mine = isOfThisPlugin(xml);
                        runsCheckAlways |= always && mine && (name.equals("plugin") || name.equals("execution"));
                        ofThisPlugin = name.equals("goalsList") ? mine : ofThisPlugin;
                        path.push(name);
                        if (name.equals("goal") && always && ofThisPlugin) {
                            runsCheckAlways |= xml.getElementText().strip().equals("check");
                            path.pop();
                        } else if (name.equals("enabled") && path.contains("configuration") && path.size() == 3) {
                            disabled = xml.getElementText().strip().equals("false");
                            path.pop();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> path.pop();
                    default -> {}
                }
            }
        }

        private static boolean isOfThisPlugin(XMLStreamReader xml) {
            String group = xml.getAttributeValue(null, "groupId");
            return PLUGIN.equals(xml.getAttributeValue(null, "artifactId")) && (group == null || group.equals(GROUP));
        }
    }
}
