package io.github.sre4j.benchmarks.portfolio;

import io.github.sre4j.portfolio.Portfolio;
import io.github.sre4j.portfolio.PortfolioCsv;
import io.github.sre4j.portfolio.PortfolioPage;
import io.github.sre4j.portfolio.ReportFolder;
import io.github.sre4j.text.Texts;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Reads the reports of many products, and writes their page and their table, as {@code sre:portfolio} does; once, in a JVM that has just begun. */
public final class DrawPortfolio {

    private DrawPortfolio() {}

    /**
     * Writes both and prints how long that took, and since the process began.
     *
     * @param args the folder of the reports, the folder to write to
     */
    @SuppressWarnings("SystemOut") // a program that prints figures
    public static void main(String[] args) throws Exception {
        long begin = System.nanoTime();
        ReportFolder read = ReportFolder.read(Path.of("").toAbsolutePath(), args[0]);
        long isRead = System.nanoTime();
        Portfolio portfolio =
                Portfolio.of(Instant.now(), Duration.ofDays(8), read.products(), read.gaps(), List.of(), List.of());
        byte[] page =
                new PortfolioPage(Texts.in(Locale.ENGLISH)).render(portfolio).getBytes(StandardCharsets.UTF_8);
        byte[] table = PortfolioCsv.render(portfolio).getBytes(StandardCharsets.UTF_8);
        Files.write(Path.of(args[1], "sre-portfolio.html"), page);
        Files.write(Path.of(args[1], "sre-portfolio.csv"), table);
        long end = System.nanoTime();
        System.out.printf(
                "portfolio of %d products: read %d ms, page of %d bytes and table %d ms, since the JVM began %d ms%n",
                read.products().size(),
                (isRead - begin) / 1_000_000,
                page.length,
                (end - isRead) / 1_000_000,
                System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
