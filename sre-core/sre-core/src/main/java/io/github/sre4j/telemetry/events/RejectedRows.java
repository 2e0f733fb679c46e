package io.github.sre4j.telemetry.events;

import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts unusable lines and keeps the first of each reason. Not thread-safe. */
final class RejectedRows {

    private static final int NAMED_PER_REASON = 5;

    private final List<Rejection> named = new ArrayList<>();
    private final Map<Message, Integer> perReason = new HashMap<>();
    private long total;

    void add(String file, long line, Message why) {
        total++;
        name(new Rejection(file, line, why));
    }

    /** Takes over what another thread met in a later part of the same file. */
    void merge(RejectedRows later, long linesBefore) {
        total += later.total;
        for (Rejection rejection : later.named) {
            name(new Rejection(rejection.where(), rejection.line() + linesBefore, rejection.why()));
        }
    }

    Rejections rejections() {
        return new Rejections(total, named);
    }

    private void name(Rejection rejection) {
        if (perReason.merge(rejection.why(), 1, Integer::sum) <= NAMED_PER_REASON) {
            named.add(rejection);
        }
    }
}
