package io.github.sre4j.trace.render;

import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TransactionRow;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.Names;
import io.github.sre4j.trace.story.TraceStory;
import java.util.List;
import java.util.Optional;

/** The title of a story: what happened, such as {@code GET /owners → 500 in 61 ms}. */
final class StoryTitle {

    private StoryTitle() {}

    /** The title in the language and style of the words. */
    static String of(TraceStory story, StoryText words) {
        Trace trace = story.trace();
        if (trace.size() == 0 && trace.transactions().isEmpty()) {
            return words.sentence("title", List.of(new Arg.Name(trace.id())));
        }
        Arg name = new Arg.Name(Names.endpoint(trace));
        Arg time = new Arg.Time(trace.durationNanos());
        boolean unfinished = trace.size() > 0 && trace.unfinished(0);
        String outcome = unfinished ? "title.outcome.unfinished" : "title.outcome";
        int status = status(trace);
        if (status != 0) {
            return words.sentence(outcome, List.of(name, new Arg.Plain(status), time));
        }
        Optional<String> error = story.analysis().errorOrigin().map(ErrorOrigin::errorClass);
        return error.isPresent()
                ? words.sentence(outcome, List.of(name, new Arg.Name(simple(error.get())), time))
                : words.sentence(unfinished ? "title.time.unfinished" : "title.time", List.of(name, time));
    }

    private static int status(Trace trace) {
        HttpCall http = trace.size() == 0 ? null : trace.span(0).http();
        if (http != null && http.status() != 0) {
            return http.status();
        }
        return trace.transactions().stream()
                .mapToInt(TransactionRow::status)
                .filter(status -> status != 0)
                .findFirst()
                .orElse(0);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
