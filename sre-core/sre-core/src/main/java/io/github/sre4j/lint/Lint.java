package io.github.sre4j.lint;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.baseline.file.InvalidBaselineException;
import io.github.sre4j.lint.LintReport.TrafficRules;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.ProductStandard;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.ConfigProblem;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.Place;
import io.github.sre4j.standard.yaml.ProductYaml;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.standard.yaml.YamlPlaces;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One lint of one product: is told the files in this order, the standard, the product's own, the baseline, each if it is there; then reports.
 * Without a standard the built-in one counts. For one thread.
 */
public final class Lint {

    /** Which class a product means cannot be judged by a standard that is not valid. */
    private static final Pattern OF_THE_STANDARD = Pattern.compile("(?:stricter|moves)\\[\\d+\\]\\.class");

    private final LocalDate today;
    private final Findings findings;
    private final List<String> read = new ArrayList<>();
    private Standard standard = DefaultStandard.get();
    private boolean standardValid = true;
    private boolean productValid = true;
    private Product product = Product.NOT_CONFIGURED;
    private @Nullable YamlPlaces inStandard;
    private @Nullable YamlPlaces inProduct;
    private @Nullable Baseline baseline;
    private @Nullable String baselineFile;
    private @Nullable String baselineText;
    private @Nullable Duration newRelicWindow;

    /**
     * Begins.
     *
     * @param today the day on which waivers are looked at (UTC)
     * @param texts the reader's language
     */
    public Lint(LocalDate today, Texts texts) {
        this.today = Objects.requireNonNull(today, "today");
        this.findings = new Findings(texts.of(Lint.class));
    }

    /**
     * Reads the standard.
     *
     * @param file its name, for people
     * @param content its bytes, UTF-8
     * @param others finds the standard it extends; throws {@link IllegalArgumentException} if there is none
     */
    public void standard(String file, byte[] content, Function<String, Standard> others) {
        inStandard = YamlPlaces.of(file, content);
        read.add(file);
        try {
            standard = StandardYaml.read(file, content, others);
        } catch (InvalidConfigException e) {
            standardValid = false;
            e.problems().forEach(this::problem);
        }
    }

    /**
     * Reads {@code sre.yaml}.
     *
     * @param file its name, for people
     * @param content its bytes, UTF-8
     */
    public void product(String file, byte[] content) {
        inProduct = YamlPlaces.of(file, content);
        read.add(file);
        try {
            product = ProductYaml.read(file, content, today, standard);
        } catch (InvalidConfigException e) {
            productValid = false;
            e.problems().stream()
                    .filter(problem -> standardValid
                            || !OF_THE_STANDARD.matcher(problem.key()).matches())
                    .forEach(this::problem);
        }
    }

    /**
     * Reads the baseline.
     *
     * @param file its name, for people
     * @param content its text
     */
    public void baseline(String file, String content) {
        baselineFile = file;
        baselineText = content;
        read.add(file);
        try {
            baseline = BaselineFile.read(file, content);
        } catch (InvalidBaselineException e) {
            findings.add(LintRule.BASELINE_INVALID, new Place(file, Math.max(1, e.line()), 1), e.what());
        }
    }

    /**
     * Says that a build cache skips the check.
     *
     * @param declaration where the build loads the cache
     */
    public void buildCache(Place declaration) {
        findings.say(LintRule.BUILD_CACHE_SKIPS_CHECK, declaration);
    }

    /** Says that a check reads New Relic, with that window. */
    public void readsNewRelic(Duration window) {
        newRelicWindow = window;
    }

    /** The product; empty if its file is not valid. */
    public Optional<Product> product() {
        return productValid ? Optional.of(product) : Optional.empty();
    }

    /** The standard as the product keeps it, by which traffic is measured; empty if the standard or the product's file is not valid. */
    public Optional<Standard> effective() {
        return standardValid && productValid ? Optional.of(ProductStandard.of(standard, product)) : Optional.empty();
    }

    /**
     * Looks for everything.
     *
     * @param traffic what was measured; null if nothing was, and then rules that look at traffic say nothing
     */
    public LintReport report(@Nullable Traffic traffic) {
        Places places = new Places(inStandard, inProduct, product, baselineFile, baselineText);
        Findings all = findings.copy();
        if (standardValid) {
            UnreachablePatterns.ofStandard(standard, places, all);
            DurationUnitCheck.ofStandard(standard, newRelicWindow, places, all);
        }
        if (productValid) {
            UnreachablePatterns.ofMoves(product, places, all);
            DurationUnitCheck.ofProduct(product, places, all);
            WaiverDates.check(product, today, places, all);
        }
        Optional<Standard> held = effective();
        if (held.isPresent() && baseline != null) {
            BaselineEntries.check(held.get(), baseline, today, places, all);
        }
        TrafficRules state = TrafficRules.NOT_APPLIED;
        if (held.isPresent() && traffic != null) {
            state = traffic.measurements().requests() > 0 ? TrafficRules.APPLIED : TrafficRules.NO_REQUESTS;
            if (state == TrafficRules.APPLIED) {
                TrafficChecks.check(held.get(), product, today, baseline, traffic, places, all);
            }
        }
        return new LintReport(all.sorted(), read, standard.name(), state);
    }

    private void problem(ConfigProblem problem) {
        findings.add(
                LintRule.CONFIG_INVALID,
                new Place(problem.file(), Math.max(1, problem.line()), Math.max(1, problem.column())),
                problem.key().isEmpty()
                        ? problem.message()
                        : Message.of(LintRule.class, "key-problem", problem.key(), problem.message()));
    }
}
