package io.github.sre4j.code;

import io.github.sre4j.sli.EndpointName;
import java.util.List;
import java.util.Optional;

/** Knows no source code, and says so. */
final class NoSources implements SourceIndex {

    @Override
    public List<SourcePlace> handlers(EndpointName endpoint) {
        return List.of();
    }

    @Override
    public List<SourcePlace> methods(String className, String method, int line) {
        return List.of();
    }

    @Override
    public List<SourcePlace> statements(StatementTarget statement, EndpointName endpoint) {
        return List.of();
    }

    @Override
    public List<SourcePlace> calls(String host, String path, EndpointName endpoint) {
        return List.of();
    }

    @Override
    public List<SourcePlace> logging(String logger, String message) {
        return List.of();
    }

    @Override
    public List<CodeHint> hints(EndpointName endpoint) {
        return List.of();
    }

    @Override
    public Optional<Snippet> snippet(SourcePlace place, int around) {
        return Optional.empty();
    }
}
