package io.github.sre4j.standard.yaml;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.ClassOverride;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.ProductStandard;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.StricterTarget;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.MaintenanceWindow;
import io.github.sre4j.telemetry.provider.ConfigReader;
import io.github.sre4j.telemetry.provider.ProviderConfig;
import io.github.sre4j.telemetry.provider.TelemetryProviders;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a product's {@code sre.yaml}. */
public final class ProductYaml {

    private ProductYaml() {}

    /**
     * Reads a product's file with the sections of the telemetry providers that are installed.
     *
     * @param file its name, for messages
     * @param content its bytes, UTF-8
     * @param today the day of the check: a waiver may end at most one year after it
     * @param standard the standard, which the product may tighten and not loosen
     * @throws InvalidConfigException if anything in it is not understood or not allowed; carries all problems
     */
    public static Product read(String file, byte[] content, LocalDate today, Standard standard)
            throws InvalidConfigException {
        return read(
                file, content, today, standard, TelemetryProviders.installed().configReaders());
    }

    /**
     * Reads a product's file.
     *
     * @param file its name, for messages
     * @param content its bytes, UTF-8
     * @param today the day of the check: a waiver may end at most one year after it
     * @param standard the standard, which the product may tighten and not loosen
     * @param providers read the sections of telemetry providers, by their keys
     * @throws InvalidConfigException if anything in it is not understood or not allowed; carries all problems
     */
    public static Product read(
            String file, byte[] content, LocalDate today, Standard standard, Map<String, ConfigReader> providers)
            throws InvalidConfigException {
        Problems problems = new Problems(file);
        Section top = YamlFile.open(file, content, problems);
        top.allowOnly(Stream.of(
                        List.of("service"), providers.keySet(), List.of("stricter", "moves", "waivers", "maintenance"))
                .flatMap(Collection::stream)
                .toArray(String[]::new));
        Optional<String> service = top.text("service");
        Map<String, ProviderConfig> configs = new LinkedHashMap<>();
        providers.forEach(
                (key, reader) -> top.section(key).map(reader::read).ifPresent(read -> configs.put(key, read)));
        List<Waiver> waivers = waivers(top, today, standard);
        List<StricterTarget> stricter = top.sections("stricter").stream()
                .flatMap(section -> stricter(section, standard).stream())
                .toList();
        List<ClassOverride> moves = top.sections("moves").stream()
                .flatMap(section -> move(section, standard).stream())
                .toList();
        List<MaintenanceWindow> maintenance = MaintenanceYaml.read(top);
        problems.throwIfAny();
        return new Product(service.orElse(null), configs, waivers, stricter, moves, maintenance);
    }

    private static Optional<StricterTarget> stricter(Section section, Standard standard) {
        section.allowOnly("class", "latency", "errors", "shift");
        Optional<String> name = section.requiredText("class", Message.of(StandardYaml.class, "name-class"));
        List<Sli> slis = StandardYaml.slis(section);
        if (name.isEmpty() || slis.isEmpty()) {
            return Optional.empty();
        }
        StricterTarget stricter = new StricterTarget(name.get(), slis);
        ProductStandard.problem(standard, stricter).ifPresent(problem -> section.problem("class", problem));
        return Optional.of(stricter);
    }

    private static Optional<ClassOverride> move(Section section, Standard standard) {
        section.allowOnly("endpoint", "class", "reason");
        Optional<EndpointPattern> endpoint = section.requiredParsed(
                "endpoint", Message.of(StandardYaml.class, "name-endpoint"), EndpointPattern::new);
        Optional<String> name = section.requiredText("class", Message.of(StandardYaml.class, "name-class-of-move"));
        Optional<String> reason = section.requiredText("reason", Message.of(StandardYaml.class, "say-why"));
        if (endpoint.isEmpty() || name.isEmpty() || reason.isEmpty()) {
            return Optional.empty();
        }
        ClassOverride move = new ClassOverride(endpoint.get(), name.get(), reason.get());
        ProductStandard.problem(standard, move).ifPresent(problem -> section.problem("class", problem));
        return Optional.of(move);
    }

    private static List<Waiver> waivers(Section top, LocalDate today, Standard standard) {
        List<Waiver> waivers = new ArrayList<>();
        for (Section section : top.sections("waivers")) {
            waiver(section, today).ifPresent(waiver -> {
                WaiverRules.problem(waiver.endpoint(), standard)
                        .ifPresent(problem -> section.problem("endpoint", problem));
                if (waivers.stream().anyMatch(other -> overlap(waiver, other))) {
                    section.problem("endpoint", Message.of(StandardYaml.class, "waiver-twice", waiver.endpoint()));
                }
                waivers.add(waiver);
            });
        }
        return waivers;
    }

    private static boolean overlap(Waiver one, Waiver other) {
        return one.endpoint().equals(other.endpoint())
                && (one.onlySli().isEmpty()
                        || other.onlySli().isEmpty()
                        || one.onlySli().equals(other.onlySli()));
    }

    private static Optional<Waiver> waiver(Section section, LocalDate today) {
        section.allowOnly("endpoint", "sli", "reason", "owner", "until");
        Optional<EndpointPattern> endpoint = section.requiredParsed(
                "endpoint", Message.of(StandardYaml.class, "name-endpoint"), EndpointPattern::new);
        Optional<SliKind> sli = section.parsed("sli", ProductYaml::sli);
        Optional<String> reason =
                section.requiredParsed("reason", Message.of(StandardYaml.class, "say-why"), WaiverRules::reason);
        Optional<String> owner =
                section.requiredParsed("owner", Message.of(StandardYaml.class, "say-who"), WaiverRules::owner);
        Optional<LocalDate> until = section.requiredParsed(
                "until", Message.of(StandardYaml.class, "give-until"), text -> until(text, today));
        if (endpoint.isEmpty() || reason.isEmpty() || owner.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(endpoint.get(), sli.orElse(null), reason.get(), owner.get(), until.get()));
    }

    private static LocalDate until(String text, LocalDate today) {
        LocalDate until = Values.date(text);
        LocalDate latest = today.plusYears(1);
        if (until.isAfter(latest)) {
            throw new InvalidInputException(Message.of(StandardYaml.class, "waiver-too-long", text, latest));
        }
        return until;
    }

    private static SliKind sli(String text) {
        for (SliKind kind : SliKind.values()) {
            if (kind.id().equals(text)) {
                return kind;
            }
        }
        throw new InvalidInputException(
                Message.of(StandardYaml.class, "unknown-sli", text, List.of("latency", "errors", "shift")));
    }
}
