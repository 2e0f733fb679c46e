package io.github.sre4j.alerts.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The real {@code terraform}. Formatting is checked wherever it is installed. With {@code SRE_TERRAFORM_PROVIDER}, the value of {@code TF_REATTACH_PROVIDERS} of
 * a provider that runs already, files are also validated and applied, and a second plan must be empty.
 */
public final class Terraform {

    private Terraform() {}

    /** Checks the files of a module; skips with a line where there is no terraform. */
    public static void check(Path folder, Map<String, String> files) throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Assumptions.assumeTrue(isInstalled(), "terraform is not installed: formatting and plan are not checked");
        assertThat(run(folder, "fmt", "-check", "-diff")).isEqualTo(0);
        if (System.getenv("SRE_TERRAFORM_PROVIDER") == null) {
            return;
        }
        assertThat(run(folder, "init", "-input=false")).isEqualTo(0);
        assertThat(run(folder, "validate")).isEqualTo(0);
        assertThat(run(folder, "apply", "-auto-approve", "-input=false", "-var=account_id=7"))
                .isEqualTo(0);
        assertThat(run(folder, "plan", "-detailed-exitcode", "-input=false", "-var=account_id=7"))
                .as("changes in the second plan")
                .isEqualTo(0);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return run(Path.of("."), "version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("terraform", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        builder.environment().put("TF_IN_AUTOMATION", "1");
        String provider = System.getenv("SRE_TERRAFORM_PROVIDER");
        if (provider != null) {
            builder.environment().put("TF_REATTACH_PROVIDERS", provider);
        }
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        String output = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        assertThat(ended).as("terraform %s ended", command).isTrue();
        if (process.exitValue() != 0 && !command.contains("version")) {
            throw new AssertionError("terraform " + command + " failed:\n" + output);
        }
        return process.exitValue();
    }
}
