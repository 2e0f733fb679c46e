package com.acme.check;

import io.github.sre4j.advisor.cause.OwnHosts;
import io.github.sre4j.advisor.check.CandidateContributor;
import io.github.sre4j.check.CheckResult;
import io.github.sre4j.check.CheckRun;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.provider.TelemetryRequest;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Checks a product without Maven: the body of a Gradle task, or the entry point of a CI image. */
public final class ServiceLevelTask {

    private ServiceLevelTask() {}

    /**
     * Checks a product, prints the report, and exits with 1 if the build fails.
     *
     * @param arguments the product's folder and the folder of its event files
     */
    public static void main(String[] arguments) throws TelemetryException, IOException {
        CheckResult result = check(Path.of(arguments[0]), Path.of(arguments[1]));
        result.summary(Texts.in(Locale.getDefault())).forEach(line -> System.out.println(line.text()));
        System.exit(result.passed() ? 0 : 1);
    }

    static CheckResult check(Path product, Path events) throws TelemetryException, IOException {
        Path accepted = product.resolve("sre-accepted.json");
        return CheckRun.ofProduct(product)
                .telemetry(TelemetryRequest.ofFiles(events))
                .contributor(new CandidateContributor(() -> SourceIndex.NONE, new OwnHosts(List.of()), 3, accepted))
                .history(product.resolve("sre-history.ndjson"))
                .output(product.resolve("build/sre"))
                .run();
    }
}
