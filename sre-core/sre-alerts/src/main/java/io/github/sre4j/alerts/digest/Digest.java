package io.github.sre4j.alerts.digest;

import io.github.sre4j.alerts.digest.DigestLine.Kind;
import io.github.sre4j.alerts.digest.DigestState.ProductState;
import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.report.json.StoredReport.StoredWaiver;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes of all products since the last digest.
 *
 * @param lines changes, most urgent first
 * @param products number of products
 * @param violations number of endpoints that violate the standard
 * @param first whether there was no digest before
 * @param state what the next digest compares with
 */
public record Digest(List<DigestLine> lines, int products, int violations, boolean first, DigestState state) {

    private static final Duration STALE = Duration.ofDays(2);
    private static final int DAYS_BEFORE_END = 7;

    /** Copies the list. */
    public Digest {
        lines = List.copyOf(lines);
    }

    /**
     * Compares products with the last digest.
     *
     * @param now time of the digest
     * @param checked products with their last checks
     * @param last state of the last digest, or null
     * @param owners owners by product; products without one have none named
     */
    public static Digest of(
            Instant now, List<CheckedProduct> checked, @Nullable DigestState last, Map<String, String> owners) {
        Map<String, ProductState> before = last == null ? Map.of() : last.products();
        Map<String, ProductState> after = new TreeMap<>();
        List<DigestLine> lines = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int violations = 0;
        for (CheckedProduct product : checked) {
            String name = product.summary().service();
            Product current = new Product(name, product, before.get(name), owners.getOrDefault(name, ""));
            violations += product.missed().size();
            Set<String> ending = new TreeSet<>();
            if (last != null) {
                current.violations(lines);
                current.stale(now, last.at(), lines);
            }
            current.waivers(today, ending, last == null ? null : lines);
            after.put(name, new ProductState(product.summary().at(), current.labels(), ending));
        }
        before.forEach((name, state) -> {
            if (!after.containsKey(name)) {
                lines.add(line(Kind.STALE, "line.gone", name, ownerOf(owners.getOrDefault(name, ""))));
            }
        });
        lines.sort(Comparator.comparing(DigestLine::kind));
        return new Digest(lines, checked.size(), violations, last == null, new DigestState(now, after));
    }

    /** Returns whether nothing changed. */
    public boolean isQuiet() {
        return lines.isEmpty() && !first;
    }

    private static DigestLine line(Kind kind, String key, Object... arguments) {
        return new DigestLine(kind, Message.of(Digest.class, key, arguments));
    }

    private static Message ownerOf(String owner) {
        return owner.isEmpty() ? Message.of(Digest.class, "owner.none") : Message.of(Digest.class, "owner", owner);
    }

    /** Product with its state before. */
    private record Product(
            String name, CheckedProduct checked, @Nullable ProductState before, String owner) {

        Set<String> labels() {
            return checked.missed().stream()
                    .map(CheckedProduct.Miss::label)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        void violations(List<DigestLine> lines) {
            if (before == null) {
                lines.add(line(
                        Kind.STARTED, "line.started", name, checked.missed().size(), ownerOf(owner)));
                return;
            }
            for (String label : labels()) {
                if (!before.violations().contains(label)) {
                    lines.add(line(Kind.NEW, "line.new", name, label, ownerOf(owner), nextStep(label)));
                }
            }
            for (String label : new TreeSet<>(before.violations())) {
                if (!labels().contains(label)) {
                    lines.add(line(Kind.RESOLVED, "line.resolved", name, label));
                }
            }
        }

        private Message nextStep(String label) {
            return checked.candidates().stream()
                    .filter(candidate -> candidate.label().equals(label))
                    .findFirst()
                    .map(candidate -> candidate.stored().file() == null
                            ? Message.of(
                                    Digest.class,
                                    "next.proposal",
                                    candidate.stored().proposal())
                            : Message.of(
                                    Digest.class,
                                    "next.place",
                                    candidate.stored().proposal(),
                                    candidate.stored().file(),
                                    Long.toString(candidate.stored().line())))
                    .orElseGet(() -> Message.of(Digest.class, "next.suggest"));
        }

        /** Names a product once, when its check becomes old. */
        void stale(Instant now, Instant lastDigest, List<DigestLine> lines) {
            Instant old = checked.summary().at().plus(STALE);
            if (!old.isAfter(now) && old.isAfter(lastDigest)) {
                lines.add(line(
                        Kind.STALE,
                        "line.stale",
                        name,
                        checked.summary().at().toString().substring(0, 10),
                        ownerOf(owner)));
            }
        }

        void waivers(LocalDate today, Set<String> ending, @Nullable List<DigestLine> lines) {
            for (StoredWaiver waiver : checked.waivers()) {
                boolean soon =
                        !waiver.until().isBefore(today) && !waiver.until().isAfter(today.plusDays(DAYS_BEFORE_END));
                if (soon) {
                    String key = waiver.endpoint() + " " + waiver.until();
                    ending.add(key);
                    if (lines != null && (before == null || !before.ending().contains(key))) {
                        lines.add(line(
                                Kind.ENDING, "line.ending", name, waiver.endpoint(), waiver.until(), waiver.owner()));
                    }
                }
            }
        }
    }
}
