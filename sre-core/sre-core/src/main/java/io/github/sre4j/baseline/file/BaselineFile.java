package io.github.sre4j.baseline.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.KnownViolation;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.json.JsonBounds;
import io.github.sre4j.json.JsonBounds.ExtremeNumber;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.ShiftSli;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code sre-baseline.json}: a JSON array whose first item says what it is, then one object a line, sorted, each after its own comma. So two
 * branches that add and remove entries merge line by line ({@code merge=union} in {@code .gitattributes}), and what comes out is JSON again;
 * of two entries for one SLI the tighter one counts. Fixes in flight stand after the misses, in the same form.
 */
public final class BaselineFile {

    /** The file's name. */
    public static final String NAME = "sre-baseline.json";

    /** What Git needs to be told, in {@code .gitattributes} beside the file. */
    public static final String GIT_ATTRIBUTE = NAME + " merge=union";

    private static final int SCHEMA_VERSION = 1;
    /** What tells a fix in flight from a known miss: the commit that carries it. */
    private static final String FIX = "fix";

    /** The digest of an entry, which an edit by hand leaves behind. */
    private static final String SUM = "sum";

    private static final String ABOUT =
            "Known misses of the standard. Written by mvn sre:baseline, which only ever tightens it.";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BaselineFile() {}

    /** The text of a baseline. */
    public static String text(Baseline baseline) {
        ObjectNode head = MAPPER.createObjectNode();
        head.put("schemaVersion", SCHEMA_VERSION);
        head.put("standard", baseline.standardName());
        head.put("version", baseline.standardVersion());
        StringBuilder text = new StringBuilder("[\"")
                .append(ABOUT)
                .append("\"\n,")
                .append(head)
                .append('\n');
        for (KnownViolation miss : baseline.misses()) {
            ObjectNode entry = entry(miss);
            if (!baseline.edited().contains(miss)) {
                entry.put(SUM, EntrySum.of(entry));
            }
            text.append(',').append(entry).append('\n');
        }
        for (PendingFix fix : baseline.fixes()) {
            text.append(',').append(entry(fix)).append('\n');
        }
        return text.append("]\n").toString();
    }

    private static ObjectNode entry(KnownViolation miss) {
        ObjectNode entry = entry(miss.endpoint(), miss.sli(), miss.tally());
        entry.put("badRatio", BigDecimal.valueOf(Math.round(miss.tally().badRatio() * 1e6), 6));
        entry.put("excessSecondsPerDay", plain(miss.excessSecondsPerDay()));
        entry.put("since", miss.since().toString());
        miss.raisedBecause().ifPresent(reason -> entry.put("raised", reason));
        return entry;
    }

    private static ObjectNode entry(PendingFix fix) {
        ObjectNode entry = entry(fix.endpoint(), fix.sli(), fix.before());
        entry.put("since", fix.since().toString());
        entry.put("until", fix.until().toString());
        entry.put(FIX, fix.commit());
        entry.put("attempt", fix.attempt());
        return entry;
    }

    private static ObjectNode entry(EndpointName endpoint, Sli sli, Tally tally) {
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("endpoint", endpoint.value());
        entry.put("sli", sli.kind().id());
        if (sli instanceof LatencySli latency) {
            entry.put(
                    "thresholdMs", plain(BigDecimal.valueOf(latency.threshold().toNanos(), 6)));
        }
        if (sli instanceof ShiftSli shift) {
            entry.put("limit", shift.limit());
        }
        entry.put("objective", sli.objective().ratio());
        entry.put("bad", tally.bad());
        entry.put("total", tally.total());
        return entry;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidBaselineException if it is no baseline; the message names the line
     * @throws IOException if it cannot be read
     */
    public static Baseline read(Path file) throws IOException {
        return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * Reads a baseline.
     *
     * @param name what to call it in messages
     * @param text its text
     * @throws InvalidBaselineException if it is no baseline; the message names the line
     */
    public static Baseline read(String name, String text) throws InvalidBaselineException {
        JsonNode root;
        try {
            refuseExtremeNumbers(name, text);
            root = MAPPER.readTree(text);
        } catch (InvalidBaselineException e) {
            throw e;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw wrong(name, at == null ? 1 : at.getLineNr(), Message.of(BaselineFile.class, "no-json"));
        } catch (IOException e) {
            throw wrong(name, 1, Message.of(BaselineFile.class, "no-json"));
        }
        if (root == null || !root.isArray() || !root.path(0).isTextual()) {
            throw wrong(name, 1, Message.of(BaselineFile.class, "no-list"));
        }
        String standard = "";
        String version = "";
        List<KnownViolation> misses = new ArrayList<>();
        List<PendingFix> fixes = new ArrayList<>();
        List<KnownViolation> edited = new ArrayList<>();
        for (int i = 1; i < root.size(); i++) {
            JsonNode item = root.get(i);
            try {
                // A merge may leave the heads of both branches.
                if (item.has("schemaVersion")) {
                    checkVersion(item);
                    standard = text(item, "standard");
                    version = text(item, "version");
                } else if (item.has(FIX)) {
                    fixes.add(fix(item));
                } else {
                    KnownViolation miss = miss(item);
                    misses.add(miss);
                    if (!EntrySum.isOf((ObjectNode) item, SUM)) {
                        edited.add(miss);
                    }
                }
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw wrong(name, line(text, i), Message.of(e));
            }
        }
        if (standard.isEmpty()) {
            throw wrong(name, 2, Message.of(BaselineFile.class, "no-head"));
        }
        return new Baseline(standard, version, misses, fixes, edited);
    }

    private static void refuseExtremeNumbers(String name, String text) throws IOException {
        Optional<ExtremeNumber> extreme = JsonBounds.firstExtremeNumber(text.getBytes(StandardCharsets.UTF_8));
        if (extreme.isPresent()) {
            throw wrong(
                    name,
                    extreme.get().line(),
                    Message.of(
                            BaselineFile.class, "extreme-number", extreme.get().key()));
        }
    }

    private static void checkVersion(JsonNode head) {
        if (head.path("schemaVersion").asInt() != SCHEMA_VERSION) {
            throw new InvalidInputException(Message.of(
                    BaselineFile.class,
                    "other-version",
                    head.path("schemaVersion").toString(),
                    SCHEMA_VERSION));
        }
    }

    private static KnownViolation miss(JsonNode item) {
        BigDecimal excess = item.path("excessSecondsPerDay").isNumber()
                ? item.path("excessSecondsPerDay").decimalValue()
                : BigDecimal.ZERO;
        return new KnownViolation(
                new EndpointName(text(item, "endpoint")),
                sli(item),
                new Tally(count(item, "total"), count(item, "bad")),
                excess,
                JsonBounds.date(text(item, "since")),
                item.has("raised") ? text(item, "raised") : null);
    }

    private static PendingFix fix(JsonNode item) {
        long attempt = count(item, "attempt");
        return new PendingFix(
                new EndpointName(text(item, "endpoint")),
                sli(item),
                new Tally(count(item, "total"), count(item, "bad")),
                text(item, FIX),
                JsonBounds.date(text(item, "since")),
                JsonBounds.date(text(item, "until")),
                Math.toIntExact(attempt));
    }

    private static Sli sli(JsonNode item) {
        Objective objective = new Objective(number(item, "objective"));
        String kind = text(item, "sli");
        if (kind.equals(SliKind.LATENCY.id())) {
            BigDecimal nanos = number(item, "thresholdMs").movePointRight(6);
            return new LatencySli(Duration.ofNanos(nanos.longValueExact()), objective);
        }
        if (kind.equals(SliKind.ERRORS.id())) {
            return new ErrorSli(objective);
        }
        if (kind.equals(SliKind.SHIFT.id())) {
            return new ShiftSli(number(item, "limit"), objective);
        }
        throw new InvalidInputException(
                Message.of(BaselineFile.class, "unknown-sli", kind, List.of("latency", "errors", "shift")));
    }

    private static String text(JsonNode item, String key) {
        if (!item.path(key).isTextual()) {
            throw new InvalidInputException(Message.of(BaselineFile.class, "no-text", key));
        }
        return item.path(key).asText();
    }

    private static long count(JsonNode item, String key) {
        if (!item.path(key).isIntegralNumber() || !item.path(key).canConvertToLong()) {
            throw new InvalidInputException(Message.of(BaselineFile.class, "no-count", key));
        }
        return item.path(key).asLong();
    }

    private static BigDecimal number(JsonNode item, String key) {
        if (!item.path(key).isNumber()) {
            throw new InvalidInputException(Message.of(BaselineFile.class, "no-number", key));
        }
        return item.path(key).decimalValue();
    }

    /** The line of an item: as this class writes the file, one each, from 1. */
    private static int line(String text, int item) {
        return Math.min(item + 1, (int) text.lines().count());
    }

    private static InvalidBaselineException wrong(String name, int line, Message what) {
        return new InvalidBaselineException(name, line, Message.of(BaselineFile.class, "repair", what));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
