package io.github.sre4j.standard.yaml;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.ShiftSli;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.TrafficLimits;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a standard. */
public final class StandardYaml {

    /** How far a check looks back where the standard does not say. */
    public static final Duration DEFAULT_WINDOW = Duration.ofDays(7);

    /** The confidence of a standard that does not say. */
    public static final double DEFAULT_CONFIDENCE = 0.99;

    /** Switches a limit off. */
    private static final String OFF = "off";

    private StandardYaml() {}

    /**
     * Reads a standard that extends none but the built-in one.
     *
     * @param file its name, for messages
     * @param content its bytes, UTF-8
     * @throws InvalidConfigException if anything in it is not understood; carries all problems
     */
    public static Standard read(String file, byte[] content) throws InvalidConfigException {
        return read(file, content, name -> {
            throw new InvalidInputException(Message.of(StandardYaml.class, "unknown-standard", name));
        });
    }

    /**
     * Reads a standard. What it {@code extends} gives the keys it leaves out, and the classes after its own that it does not define anew.
     *
     * @param file its name, for messages
     * @param content its bytes, UTF-8
     * @param others finds the standard that is extended, unless it is {@code default}; throws {@link IllegalArgumentException} if there is none
     * @throws InvalidConfigException if anything in it is not understood; carries all problems
     */
    public static Standard read(String file, byte[] content, Function<String, Standard> others)
            throws InvalidConfigException {
        Problems problems = new Problems(file);
        Section top = YamlFile.open(file, content, problems);
        top.allowOnly(
                "version",
                "name",
                "extends",
                "window",
                "confidence",
                "enforcement",
                "incidentUpTo",
                "classes",
                "unrouted",
                "waivers",
                "maintenance");
        Optional<String> version = top.requiredText("version", Message.of(StandardYaml.class, "give-version"));
        Optional<String> name = top.requiredText("name", Message.of(StandardYaml.class, "give-name"));
        Optional<Duration> window = top.parsed("window", Values::positiveDuration);
        Optional<Double> confidence = top.parsed("confidence", Values::confidence);
        Optional<Enforcement> enforcement = top.parsed("enforcement", Enforcement::of);
        Optional<Duration> incidentUpTo = top.parsed("incidentUpTo", Values::fullHours);
        Optional<Standard> extended =
                top.parsed("extends", named -> named.equals("default") ? DefaultStandard.get() : others.apply(named));
        TrafficLimits limits = limits(top, extended.map(Standard::limits).orElse(TrafficLimits.DEFAULT));
        List<EndpointClass> classes = new ArrayList<>(classes(top, top.has("extends")));
        problems.throwIfAny();
        extended.stream()
                .flatMap(parent -> parent.classes().stream())
                .filter(inherited ->
                        classes.stream().noneMatch(own -> own.name().equals(inherited.name())))
                .toList()
                .forEach(classes::add);
        return new Standard(
                name.orElseThrow(),
                version.orElseThrow(),
                window.orElseGet(() -> extended.map(Standard::window).orElse(DEFAULT_WINDOW)),
                confidence.orElseGet(() -> extended.map(Standard::confidence).orElse(DEFAULT_CONFIDENCE)),
                enforcement.orElseGet(() -> extended.map(Standard::enforcement).orElse(Enforcement.RATCHET)),
                classes,
                limits,
                incidentUpTo.orElseGet(
                        () -> extended.map(Standard::incidentUpTo).orElse(Standard.DEFAULT_INCIDENT)));
    }

    private static TrafficLimits limits(Section top, TrafficLimits inherited) {
        Optional<Objective> routed = Optional.ofNullable(inherited.unrouted());
        Optional<Section> unrouted = top.section("unrouted");
        if (unrouted.isPresent()) {
            unrouted.get().allowOnly("below");
            boolean off = unrouted.get().text("below").filter(OFF::equals).isPresent();
            routed = off
                    ? Optional.empty()
                    : unrouted.get()
                            .requiredParsed("below", Message.of(StandardYaml.class, "give-below"), Values::belowBad);
        }
        Optional<Section> waivers = top.section("waivers");
        waivers.ifPresent(section -> section.allowOnly("atMost"));
        double waived = waivers.flatMap(section -> section.requiredParsed(
                        "atMost", Message.of(StandardYaml.class, "give-at-most"), Values::atMost))
                .orElse(inherited.waived());
        Optional<Section> maintenance = top.section("maintenance");
        maintenance.ifPresent(section -> section.allowOnly("atMost"));
        double planned = maintenance
                .flatMap(section -> section.requiredParsed(
                        "atMost", Message.of(StandardYaml.class, "give-at-most-of-window"), Values::ofWindow))
                .orElse(inherited.maintenance());
        return new TrafficLimits(routed.orElse(null), waived, planned);
    }

    private static List<EndpointClass> classes(Section top, boolean inherits) {
        if (inherits && !top.has("classes")) {
            return List.of();
        }
        if (!top.required("classes", Message.of(StandardYaml.class, "give-classes"))) {
            return List.of();
        }
        List<Section> sections = top.sections("classes");
        if (top.isEmptyList("classes")) {
            top.problem("classes", Message.of(StandardYaml.class, "no-classes"));
        }
        Map<String, String> names = new HashMap<>();
        Map<String, String> patterns = new HashMap<>();
        List<EndpointClass> classes = new ArrayList<>();
        for (Section section : sections) {
            endpointClass(section, names, patterns).ifPresent(classes::add);
        }
        return classes;
    }

    private static Optional<EndpointClass> endpointClass(
            Section section, Map<String, String> names, Map<String, String> patterns) {
        section.allowOnly("name", "match", "latency", "errors", "shift");
        Optional<String> name = section.requiredText("name", Message.of(StandardYaml.class, "give-class-name"));
        name.ifPresent(given -> {
            if (names.putIfAbsent(given, given) != null) {
                section.problem("name", Message.of(StandardYaml.class, "class-twice", given));
            }
        });
        section.required("match", Message.of(StandardYaml.class, "give-match"));
        List<EndpointPattern> match = section.listOf("match", EndpointPattern::new);
        for (EndpointPattern pattern : match) {
            String first = patterns.putIfAbsent(pattern.text(), name.orElse("?"));
            if (first != null) {
                section.problem("match", Message.of(StandardYaml.class, "pattern-twice", pattern, first));
            }
        }
        if (section.isEmptyList("match")) {
            section.problem("match", Message.of(StandardYaml.class, "no-match"));
        }
        List<Sli> slis = slis(section);
        return name.isEmpty() || match.isEmpty() || slis.isEmpty()
                ? Optional.empty()
                : Optional.of(new EndpointClass(name.get(), match, slis));
    }

    /** The thresholds of a class. */
    static List<Sli> slis(Section section) {
        List<Sli> slis = new ArrayList<>();
        section.section("latency").flatMap(StandardYaml::latency).ifPresent(slis::add);
        section.section("errors").flatMap(StandardYaml::errors).ifPresent(slis::add);
        section.section("shift").flatMap(StandardYaml::shift).ifPresent(slis::add);
        if (section.has("latency") && section.has("shift")) {
            section.problem("shift", Message.of(StandardYaml.class, "latency-and-shift"));
            return List.of();
        }
        if (!section.has("latency") && !section.has("errors") && !section.has("shift")) {
            section.problem("latency", Message.of(StandardYaml.class, "no-thresholds"));
        }
        return slis;
    }

    private static Optional<Sli> latency(Section latency) {
        latency.allowOnly("within", "for");
        Optional<Duration> within = latency.requiredParsed(
                "within", Message.of(StandardYaml.class, "give-within"), Values::positiveDuration);
        Optional<Objective> objective =
                latency.requiredParsed("for", Message.of(StandardYaml.class, "give-for"), Values::objective);
        return within.isPresent() && objective.isPresent()
                ? Optional.of(new LatencySli(within.get(), objective.get()))
                : Optional.empty();
    }

    private static Optional<Sli> shift(Section shift) {
        shift.allowOnly("within", "for");
        Optional<BigDecimal> within =
                shift.requiredParsed("within", Message.of(StandardYaml.class, "give-shift"), Values::shift);
        Optional<Objective> objective =
                shift.requiredParsed("for", Message.of(StandardYaml.class, "give-for-views"), Values::objective);
        return within.isPresent() && objective.isPresent()
                ? Optional.of(new ShiftSli(within.get(), objective.get()))
                : Optional.empty();
    }

    private static Optional<Sli> errors(Section errors) {
        errors.allowOnly("below");
        return errors.requiredParsed("below", Message.of(StandardYaml.class, "give-below"), Values::belowBad)
                .map(ErrorSli::new);
    }
}
