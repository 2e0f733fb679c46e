package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.export.ExportResult.Gap;
import io.github.sre4j.newrelic.export.ExportResult.TypeResult;
import io.github.sre4j.sli.Window;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An export in words, for a console and for the text beside the files. Immutable and thread-safe. */
public final class ExportLines {

    private final Texts texts;

    /** Lines in the language of those words. */
    public ExportLines(Texts texts) {
        this.texts = texts.of(ExportLines.class);
    }

    /** What is about to be written. */
    public List<String> begin(Export export) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "export.begin",
                export.events(),
                TextEscaping.forTerminal(export.service().name()),
                Long.toString(export.service().account()),
                window(export.window())));
        if (export.resumed()) {
            lines.add(texts.get("export.resumed", export.written(), export.events()));
        }
        return lines;
    }

    /** A warning that nothing is masked. */
    public String unmasked() {
        return texts.get("export.unmasked");
    }

    /** What was written. */
    public List<String> written(ExportResult result) {
        List<String> lines = new ArrayList<>();
        for (TypeResult type : result.types()) {
            String file = String.valueOf(type.file().getFileName());
            lines.add(
                    type.type().equals(EventTypes.METRIC)
                            ? texts.get("export.metric", file, type.rows(), type.written())
                            : texts.get("export.type", file, type.rows()));
        }
        return lines;
    }

    /** What is not as it should be; empty if the files hold what New Relic counts. */
    public List<String> warnings(ExportResult result) {
        List<String> lines = new ArrayList<>();
        for (TypeResult type : result.types()) {
            for (Gap gap : type.gaps()) {
                lines.add(texts.get(
                        "export.gap", type.type(), Instant.ofEpochMilli(gap.atMillis()), gap.counted(), gap.written()));
            }
            if (type.written() != type.counted()) {
                lines.add(texts.get("export.difference", type.type(), type.written(), type.counted()));
            }
        }
        return lines;
    }

    /**
     * How to run a check on the files.
     *
     * @param folder the folder as people find it
     */
    public String replay(ExportResult result, String folder) {
        return texts.get(
                "export.replay",
                TextEscaping.forShell(folder),
                result.window().to(),
                result.window().length());
    }

    /** All of it, for the text beside the files. */
    public String summary(ExportResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "export.summary",
                TextEscaping.forTerminal(result.service().name()),
                Long.toString(result.service().account()),
                window(result.window())));
        lines.add(result.masked() ? texts.get("export.masked") : unmasked());
        lines.addAll(written(result));
        lines.add(result.complete() ? texts.get("export.complete") : texts.get("export.incomplete"));
        lines.addAll(warnings(result));
        lines.add(replay(result, "."));
        return String.join("\n", lines) + "\n";
    }

    private static String window(Window window) {
        return window.from() + " – " + window.to();
    }
}
