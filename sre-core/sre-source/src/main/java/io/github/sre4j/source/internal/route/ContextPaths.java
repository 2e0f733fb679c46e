package io.github.sre4j.source.internal.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Infers the context path that a container sets: the beginning that all names share and no route explains. */
final class ContextPaths {

    /** Fewer names share a beginning by chance. */
    private static final int MIN_NAMES = 3;

    private ContextPaths() {}

    /**
     * Infers context paths.
     *
     * @param endpoints names of endpoints; those without a verb in front of a path are left out, because agents that name classes know no context
     * @param matches whether a name fits a route
     * @return one path, or none
     */
    static List<String> infer(Collection<String> endpoints, Predicate<String> matches) {
        List<EndpointForm> forms = new ArrayList<>();
        for (String each : endpoints) {
            EndpointForm form = EndpointForm.of(each);
            if (form.kind() == EndpointForm.Kind.PATH && form.rest().startsWith("/")) {
                forms.add(form);
            }
        }
        if (forms.size() < MIN_NAMES) {
            return List.of();
        }
        List<String> shared = shared(forms);
        for (int length = 1; length <= shared.size(); length++) {
            int cut = length;
            long plain =
                    forms.stream().filter(each -> matches.test(name(each, 0))).count();
            long stripped =
                    forms.stream().filter(each -> matches.test(name(each, cut))).count();
            // Most names are to become routes, and none may have been one before.
            if (plain == 0 && stripped >= MIN_NAMES && stripped * 2 > forms.size()) {
                return List.of(String.join("/", shared.subList(0, length)));
            }
        }
        return List.of();
    }

    private static String name(EndpointForm form, int cut) {
        List<String> segments = Paths.segments(form.rest());
        String path = "/" + String.join("/", segments.subList(Math.min(cut, segments.size()), segments.size()));
        return form.verb().isEmpty() ? path : form.verb() + " " + path;
    }

    private static List<String> shared(List<EndpointForm> forms) {
        List<String> shared = Paths.segments(forms.get(0).rest());
        for (EndpointForm each : forms) {
            List<String> segments = Paths.segments(each.rest());
            int same = 0;
            while (same < Math.min(shared.size(), segments.size())
                    && shared.get(same).equals(segments.get(same))
                    && !Paths.isVariable(shared.get(same))) {
                same++;
            }
            shared = shared.subList(0, same);
        }
        return shared;
    }
}
