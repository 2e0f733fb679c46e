package io.github.sre4j.telemetry.provider;

/** Reads a provider's section of {@code sre.yaml}. */
@FunctionalInterface
public interface ConfigReader {

    /**
     * Reads the section. What is wrong is reported to the section, with its line and column, and reading goes on.
     *
     * @param section the section as written
     * @return what it configures; not used if the section has a problem
     */
    ProviderConfig read(ConfigSection section);
}
