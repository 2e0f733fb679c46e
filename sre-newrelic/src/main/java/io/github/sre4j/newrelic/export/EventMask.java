package io.github.sre4j.newrelic.export;

import io.github.sre4j.text.mask.Masker;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks events, attribute by attribute: ids and names of applications stay as they are, what an attribute's name says to be personal or secret goes
 * as a whole, everything else loses what its text gives away. Not thread-safe.
 */
final class EventMask {

    /** By these events are joined; masked they would still join within an export, but no longer with New Relic. */
    private static final Set<String> KEPT = Set.of(
            "appName",
            "entity.name",
            "service.name",
            "entityGuid",
            "entity.guid",
            "traceId",
            "trace.id",
            "guid",
            "id",
            "spanId",
            "span.id",
            "parentId",
            "parent.id",
            "parentSpanId",
            "trustedParentId",
            "transactionId",
            "nr.transactionGuid",
            "error.class",
            "eventType",
            "metricName");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[a-z]+:[0-9a-f]{12}]");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_.$|+/=-]{1,512}");

    private static final Pattern PERSONAL =
            Pattern.compile("(?i)(?:http\\.)?request\\.(?:headers?|parameters|cookies)\\..+"
                    + "|(?:http\\.)?response\\.(?:headers?|cookies)\\.(?!contentType$).+"
                    + "|(?:enduser|user|customer)[._]?(?:id|name|mail|login|address)?|client[._]?(?:id|name)"
                    + "|enduser\\..+|user\\..+|.*(?:password|passwd|passphrase|secret|credential|authorization|cookie|api[_.-]?key|e-?mail).*"
                    + "|(?:.*[._-])?(?:token|session|phone|login)|session[._]?(?:id|trace)?|.*(?:Token|SessionId|UserName|Login|Phone(?:Number)?)"
                    + "|user[_]?(?:agent|agentString)|city|postal[_]?code|asn(?:Latitude|Longitude|Organization)?");

    /** Most texts of telemetry are the same few again and again. */
    private static final int MOST_REMEMBERED = 20_000;

    private static final int LONGEST_REMEMBERED = 200;

    private final Masker masker;
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();

    EventMask(Masker masker) {
        this.masker = masker;
    }

    private enum Treatment {
        KEPT,
        WHOLE,
        PATTERNS
    }

    private record Attribute(String shownName, Treatment treatment) {}

    Map<String, @Nullable Object> masked(Map<?, ?> event) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        event.forEach((name, value) -> {
            Attribute attribute = attribute(String.valueOf(name));
            masked.put(attribute.shownName(), value(attribute.treatment(), value));
        });
        return masked;
    }

    private Attribute attribute(String name) {
        Attribute known = attributes.get(name);
        if (known == null) {
            Treatment treatment = KEPT.contains(name)
                    ? Treatment.KEPT
                    : PERSONAL.matcher(name).matches() ? Treatment.WHOLE : Treatment.PATTERNS;
            known = new Attribute(masker.text(name), treatment);
            if (attributes.size() < MOST_REMEMBERED) {
                attributes.put(name, known);
            }
        }
        return known;
    }

    private @Nullable Object value(Treatment treatment, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return masked(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> value(treatment, each)).toList();
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        return switch (treatment) {
            case WHOLE -> whole(text);
            case KEPT -> value instanceof Number || IDENTIFIER.matcher(text).matches() ? value : text(text);
            case PATTERNS -> value instanceof Number ? value : text(text);
        };
    }

    /** An address or a token that is the whole value gets the placeholder it has inside other texts. */
    private String whole(String text) {
        String masked = text(text);
        return text.isEmpty() || PLACEHOLDER.matcher(masked).matches() ? masked : masker.whole("masked", text);
    }

    private String text(String text) {
        if (text.length() > LONGEST_REMEMBERED) {
            return masker.text(text);
        }
        String known = remembered.get(text);
        if (known == null) {
            known = masker.text(text);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(text, known);
        }
        return known;
    }
}
