package io.github.sre4j.standard;

import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.ShiftSli;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The standard as one product keeps it: stricter where it says so, its endpoints in the classes it says; never looser. */
public final class ProductStandard {

    private ProductStandard() {}

    /**
     * The standard for that product.
     *
     * @throws IllegalArgumentException if the product names a class the standard does not have, or is looser than it; the message says where
     */
    public static Standard of(Standard standard, Product product) {
        List<EndpointClass> classes = new ArrayList<>();
        for (EndpointClass each : standard.classes()) {
            classes.add(new EndpointClass(each.name(), each.match(), slis(each, product)));
        }
        for (StricterTarget stricter : product.stricter()) {
            problem(standard, stricter).ifPresent(ProductStandard::refuse);
        }
        List<EndpointClass> moved = new ArrayList<>();
        for (ClassOverride move : product.moves()) {
            problem(standard, move).ifPresent(ProductStandard::refuse);
            classes.stream()
                    .filter(each -> each.name().equals(move.className()))
                    .findFirst()
                    .ifPresent(target ->
                            moved.add(new EndpointClass(target.name(), List.of(move.endpoint()), target.slis())));
        }
        moved.addAll(classes);
        return standard.withClasses(moved);
    }

    /** What keeps a stricter threshold from being one; empty if nothing does. */
    public static Optional<Message> problem(Standard standard, StricterTarget stricter) {
        Optional<EndpointClass> found = find(standard, stricter.className());
        if (found.isEmpty()) {
            return Optional.of(unknown(standard, stricter.className()));
        }
        return stricter.slis().stream()
                .flatMap(sli -> found.get().slis().stream()
                        .filter(present -> present.kind() == sli.kind())
                        .filter(present -> looser(sli, present))
                        .map(present ->
                                Message.of(ProductStandard.class, "looser", stricter.className(), text(present))))
                .findFirst();
    }

    /** What keeps a move from being one; empty if nothing does. */
    public static Optional<Message> problem(Standard standard, ClassOverride move) {
        return find(standard, move.className()).isPresent()
                ? Optional.empty()
                : Optional.of(unknown(standard, move.className()));
    }

    private static Optional<EndpointClass> find(Standard standard, String name) {
        return standard.classes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static Message unknown(Standard standard, String name) {
        return Message.of(
                ProductStandard.class,
                "unknown-class",
                standard.name(),
                name,
                standard.classes().stream().map(EndpointClass::name).distinct().toList());
    }

    private static boolean looser(Sli own, Sli present) {
        return own.objective().compareTo(present.objective()) < 0
                || (own instanceof LatencySli latency
                        && present instanceof LatencySli limit
                        && latency.threshold().compareTo(limit.threshold()) > 0)
                || (own instanceof ShiftSli shift
                        && present instanceof ShiftSli limit
                        && shift.limit().compareTo(limit.limit()) > 0);
    }

    private static List<Sli> slis(EndpointClass each, Product product) {
        List<Sli> slis = new ArrayList<>(each.slis());
        for (StricterTarget stricter : product.stricter()) {
            if (stricter.className().equals(each.name())) {
                for (Sli own : stricter.slis()) {
                    slis.removeIf(present -> present.kind() == own.kind());
                    slis.add(own);
                }
            }
        }
        slis.sort(java.util.Comparator.comparing(Sli::kind));
        return slis;
    }

    private static Message text(Sli sli) {
        String share =
                sli.objective().ratio().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        if (sli instanceof ShiftSli shift) {
            return Message.of(ProductStandard.class, "asks-shift", shift.limit().toPlainString(), share);
        }
        return sli instanceof LatencySli latency
                ? Message.of(
                        ProductStandard.class,
                        "asks-latency",
                        Long.toString(latency.threshold().toMillis()),
                        share)
                : Message.of(ProductStandard.class, "asks-errors", share);
    }

    private static void refuse(Message problem) {
        throw new InvalidInputException(problem);
    }
}
