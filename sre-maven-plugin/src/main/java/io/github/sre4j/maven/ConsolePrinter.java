package io.github.sre4j.maven;

import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleLine.Style;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Prints the lines of a report through Maven's log, which knows {@code -q} and log files. */
final class ConsolePrinter {

    private static final String RESET = "\u001B[0m";

    private final Log log;
    private final boolean colours;

    ConsolePrinter(Log log, boolean colours) {
        this.log = log;
        this.colours = colours;
    }

    void print(List<ConsoleLine> lines) {
        for (ConsoleLine line : lines) {
            String text = colours ? coloured(line) : line.text();
            switch (line.level()) {
                case INFO -> log.info(text);
                case WARN -> log.warn(text);
                case ERROR -> log.error(text);
            }
        }
    }

    private static String coloured(ConsoleLine line) {
        return line.segments().stream()
                .map(segment -> segment.style() == Style.PLAIN
                        ? segment.text()
                        : code(segment.style()) + segment.text() + RESET)
                .collect(Collectors.joining());
    }

    private static String code(Style style) {
        return switch (style) {
            case PLAIN -> "";
            case STRONG -> "\u001B[1m";
            case GOOD -> "\u001B[1;32m";
            case BAD -> "\u001B[1;31m";
            case WARN -> "\u001B[33m";
            case DIM -> "\u001B[2m";
        };
    }
}
