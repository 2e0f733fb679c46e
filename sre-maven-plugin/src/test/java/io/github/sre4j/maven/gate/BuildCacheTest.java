package io.github.sre4j.maven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildCacheTest {

    private static final String EXTENSIONS = """
            <extensions>
              <extension>
                <groupId>org.apache.maven.extensions</groupId>
                <artifactId>maven-build-cache-extension</artifactId>
                <version>1.2.1</version>
              </extension>
            </extensions>
            """;

    @TempDir
    private Path root;

    @Test
    void is_found_where_extensions_xml_loads_it() throws Exception {
        write("extensions.xml", EXTENSIONS);
        BuildCache cache = BuildCache.find(root).orElseThrow();
        assertThat(cache.declaration()).isEqualTo(root.resolve(".mvn/extensions.xml"));
        assertThat(cache.line()).isEqualTo(4);
        assertThat(cache.runsCheckAlways()).isFalse();
    }

    @Test
    void is_not_found_without_extensions_or_with_others() throws Exception {
        assertThat(BuildCache.find(root)).isEmpty();
        write("extensions.xml", EXTENSIONS.replace("maven-build-cache-extension", "os-maven-plugin"));
        assertThat(BuildCache.find(root)).isEmpty();
    }

    @Test
    void runs_the_check_always_with_the_lines_that_are_printed() throws Exception {
        write("extensions.xml", EXTENSIONS);
        write("maven-build-cache-config.xml", String.join("\n", BuildCache.configuration()));
        assertThat(BuildCache.find(root).orElseThrow().runsCheckAlways()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cache><executionControl><runAlways><plugins><plugin artifactId='sre-maven-plugin'/></plugins></runAlways></executionControl></cache>",
                "<cache><executionControl><runAlways><executions><execution artifactId='sre-maven-plugin'><execIds><execId>default</execId></execIds></execution></executions></runAlways></executionControl></cache>"
            })
    void runs_the_check_always_where_the_plugin_or_its_execution_is_named(String config) throws Exception {
        write("extensions.xml", EXTENSIONS);
        write("maven-build-cache-config.xml", config);
        assertThat(BuildCache.find(root).orElseThrow().runsCheckAlways()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cache><executionControl><runAlways><plugins><plugin artifactId='maven-failsafe-plugin'/></plugins></runAlways></executionControl></cache>",
                "<cache><executionControl><ignoreMissing><plugins><plugin artifactId='sre-maven-plugin'/></plugins></ignoreMissing></executionControl></cache>",
                "<cache><executionControl><runAlways><goalsLists><goalsList artifactId='sre-maven-plugin'><goals><goal>lint</goal></goals></goalsList></goalsLists></runAlways></executionControl></cache>",
                "<cache><executionControl><runAlways><goalsLists><goalsList artifactId='sre-maven-plugin'/><goalsList artifactId='other'><goals><goal>check</goal></goals></goalsList></goalsLists></runAlways></executionControl></cache>",
                "<cache><executionControl><runAlways><plugins><plugin groupId='other' artifactId='sre-maven-plugin'/></plugins></runAlways></executionControl></cache>"
            })
    void skips_the_check_where_something_else_is_named(String config) throws Exception {
        write("extensions.xml", EXTENSIONS);
        write("maven-build-cache-config.xml", config);
        assertThat(BuildCache.find(root).orElseThrow().runsCheckAlways()).isFalse();
    }

    @Test
    void is_not_found_where_its_configuration_disables_it() throws Exception {
        write("extensions.xml", EXTENSIONS);
        write("maven-build-cache-config.xml", "<cache><configuration><enabled>false</enabled></configuration></cache>");
        assertThat(BuildCache.find(root)).isEmpty();
        write(
                "maven-build-cache-config.xml",
                "<cache><configuration><remote><enabled>false</enabled></remote></configuration></cache>");
        assertThat(BuildCache.find(root)).isPresent();
    }

    @Test
    void reads_no_other_file_for_hostile_xml() throws Exception {
        Path secret = Files.writeString(root.resolve("secret"), "maven-build-cache-extension");
        write(
                "extensions.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri()
                        + "'>]><extensions><extension><artifactId>&e;</artifactId></extension></extensions>");
        assertThat(BuildCache.find(root)).isEmpty();
        write("extensions.xml", "<extensions><artifactId>");
        assertThat(BuildCache.find(root)).isEmpty();
    }

    private void write(String name, String content) throws Exception {
        Files.createDirectories(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn").resolve(name), content);
    }
}
