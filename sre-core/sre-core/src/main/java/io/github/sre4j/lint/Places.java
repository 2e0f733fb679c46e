package io.github.sre4j.lint;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.KnownViolation;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.yaml.Place;
import io.github.sre4j.standard.yaml.YamlPlaces;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where the things that rules talk about are written. What is written nowhere has the place of what stands for it, or none. */
record Places(
        @Nullable YamlPlaces standard,
        @Nullable YamlPlaces product,
        Product said,
        @Nullable String baselineFile,
        @Nullable String baselineText) {

    /** Whether the class stands in the standard's own file, not in one that it extends, nor in the built-in one. */
    boolean isOwn(int classIndex) {
        return standard != null && standard.of("classes[" + classIndex + "]").isPresent();
    }

    /** A value of the standard's file. */
    @Nullable
    Place inStandard(String key) {
        return standard == null
                ? null
                : standard.of(key).or(() -> standard.of("extends")).orElseGet(standard::beginning);
    }

    /** A value of the product's file. */
    @Nullable
    Place inProduct(String key) {
        return product == null ? null : product.of(key).orElseGet(product::beginning);
    }

    /** The n-th pattern of a class, which may be written as a list or as a single value. */
    @Nullable
    Place pattern(int classIndex, int pattern) {
        String match = "classes[" + classIndex + "].match";
        return standard == null
                ? null
                : standard.of(match + "[" + pattern + "]").orElseGet(() -> inStandard(match));
    }

    /** The objective that a product is held to: its own where it is stricter, else the standard's. */
    @Nullable
    Place objective(String className, int classIndex, Sli sli) {
        String key = sli.kind() == SliKind.LATENCY ? ".latency.for" : ".errors.below";
        Optional<Integer> own = IntStream.range(0, said.stricter().size())
                .filter(i -> said.stricter().get(i).className().equals(className)
                        && said.stricter().get(i).slis().contains(sli))
                .boxed()
                .findFirst();
        return own.isPresent()
                ? inProduct("stricter[" + own.get() + "]" + key)
                : inStandard("classes[" + classIndex + "]" + key);
    }

    /** The line of an entry of the baseline; the first one if it was written by another hand. */
    @Nullable
    Place entry(Baseline baseline, KnownViolation entry) {
        return only(new Baseline(baseline.standardName(), baseline.standardVersion(), List.of(entry)));
    }

    /** The line of a fix in flight; the first one if it was written by another hand. */
    @Nullable
    Place entry(Baseline baseline, PendingFix fix) {
        return only(new Baseline(baseline.standardName(), baseline.standardVersion(), List.of(), List.of(fix)));
    }

    private @Nullable Place only(Baseline alone) {
        if (baselineFile == null || baselineText == null) {
            return null;
        }
        String line = BaselineFile.text(alone).lines().skip(2).findFirst().orElseThrow();
        List<String> lines = baselineText.lines().map(String::strip).toList();
        return new Place(baselineFile, Math.max(1, lines.indexOf(line.strip()) + 1), 1);
    }

    /** The line that says which standard the baseline was measured against. */
    @Nullable
    Place baselineHead() {
        if (baselineFile == null || baselineText == null) {
            return null;
        }
        List<String> lines = baselineText.lines().toList();
        int at = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("\"schemaVersion\""))
                .findFirst()
                .orElse(0);
        return new Place(baselineFile, at + 1, 1);
    }
}
