package io.github.sre4j.maven;

import java.util.List;

/** What goes into a POM to have a product checked in every build. */
final class PluginXml {

    private PluginXml() {}

    static List<String> lines(String version) {
        return """
                <plugin>
                  <groupId>io.github.sre4j</groupId>
                  <artifactId>sre-maven-plugin</artifactId>
                  <version>%s</version>
                  <executions>
                    <execution>
                      <goals><goal>check</goal></goals>
                    </execution>
                  </executions>
                </plugin>
                """.formatted(version).lines().toList();
    }
}
