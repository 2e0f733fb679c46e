package io.github.sre4j.newrelic.export;

import io.github.sre4j.sli.Window;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.mask.Masker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an interrupted export goes on from. It holds the salt of the placeholders, so it is deleted when the export is done.
 *
 * @param settings what was asked for, by the names of the parameters; another export must ask for the same to go on
 * @param fromMillis begin of the window
 * @param toMillis end of the window, not in it
 * @param salt the salt, in hexadecimal digits
 * @param types how far each type is
 */
record ExportState(
        Map<String, String> settings, long fromMillis, long toMillis, String salt, List<TypeProgress> types) {

    /** Refuses a salt that is none, so that a damaged state is found when it is read. */
    ExportState {
        Objects.requireNonNull(Masker.salted(HexFormat.of().parseHex(salt)));
        settings = Map.copyOf(settings);
        types = List.copyOf(types);
    }

    /** Masks with the salt of this export. */
    Masker masker() {
        return Masker.salted(HexFormat.of().parseHex(salt));
    }

    Window window() {
        return new Window(Instant.ofEpochMilli(fromMillis), Instant.ofEpochMilli(toMillis));
    }

    /** The events written; what metrics counted is none. */
    long events() {
        return types.stream()
                .filter(type -> !type.type().equals(EventTypes.METRIC))
                .mapToLong(TypeProgress::counted)
                .sum();
    }

    ExportState with(TypeProgress progress) {
        List<TypeProgress> all = new ArrayList<>(types);
        all.replaceAll(each -> each.type().equals(progress.type()) ? progress : each);
        return new ExportState(settings, fromMillis, toMillis, salt, all);
    }

    /** The first setting that differs, in the words of the parameters; empty if all are the same. */
    Optional<Message> difference(Map<String, String> asked) {
        return new TreeMap<>(asked)
                .entrySet().stream()
                        .filter(setting -> !setting.getValue().equals(settings.get(setting.getKey())))
                        .map(setting -> Message.of(
                                Exporter.class,
                                "failure.difference",
                                named(setting.getKey()),
                                settings.getOrDefault(setting.getKey(), "–"),
                                setting.getValue()))
                        .findFirst();
    }

    private static Message named(String setting) {
        return switch (setting) {
            case "service" -> Message.of(Exporter.class, "failure.difference.service");
            case "host" -> Message.of(Exporter.class, "failure.difference.host");
            default -> Message.plain(setting);
        };
    }
}
