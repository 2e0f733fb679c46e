package io.github.sre4j.alerts.migrate.finding;

/** Owner of the messages on the parts of monitors. */
public final class FindingTexts {

    private FindingTexts() {}
}
