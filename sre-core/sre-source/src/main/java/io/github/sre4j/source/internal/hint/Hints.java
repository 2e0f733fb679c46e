package io.github.sre4j.source.internal.hint;

import io.github.sre4j.source.internal.client.RemoteCalls;
import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Reach;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.scan.SourceFile;
import io.github.sre4j.source.scan.SourceLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules about the code. Thread-safe. */
public final class Hints {

    private final Bodies bodies;
    private final DataAccess data;
    private final List<Rule> rules;
    private final TemplateReads templates;

    /** Rules for a program. */
    public Hints(
            Program program,
            Types types,
            Bodies bodies,
            Calls calls,
            DataAccess data,
            RemoteCalls remote,
            Configuration configuration,
            SourceLayout layout) {
        this.bodies = bodies;
        this.data = data;
        this.templates = new TemplateReads(types, bodies, data, layout);
        Effects effects = new Effects(bodies, calls, data, remote);
        List<Rule> all = new ArrayList<>(List.of(
                new LoopCalls(bodies, effects, data),
                new TransactionCalls(program, bodies, calls, effects),
                new SerialCalls(bodies, effects),
                new MissingIndexes(data)));
        // Where everything is read in batches, a lazy read costs a share of a statement.
        if (configuration
                        .values("spring.jpa.properties.hibernate.default_batch_fetch_size")
                        .isEmpty()
                && configuration.values("hibernate.default_batch_fetch_size").isEmpty()
                && configuration
                        .values("quarkus.hibernate-orm.fetch.batch-size")
                        .isEmpty()) {
            all.add(new LazyReads(bodies, types, data));
            all.add(new FetchPlans(bodies, data));
            all.add(templates);
        }
        rules = List.copyOf(all);
    }

    /** The files other than sources that places may lie in. */
    public Set<SourceFile> files() {
        return templates.files();
    }

    /** What the code that handlers reach does that is known to cost time, best first. */
    public List<Hint> find(List<Method> handlers, Reach reach) {
        Endpoint endpoint = new Endpoint(handlers, reach, accesses(reach));
        Map<String, Hint> found = new LinkedHashMap<>();
        for (Rule rule : rules) {
            rule.check(
                    endpoint,
                    each -> found.merge(
                            each.kind() + each.type().name() + ":" + each.template() + ":" + each.line(),
                            each,
                            (a, b) -> a.score() >= b.score() ? a : b));
        }
        List<Hint> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingDouble((Hint each) -> -each.score()));
        return List.copyOf(sorted);
    }

    private List<Endpoint.Found> accesses(Reach reach) {
        List<Endpoint.Found> accesses = new ArrayList<>();
        for (Method method : reach.methods()) {
            data.of(method).ifPresent(each -> accesses.add(new Endpoint.Found(each, method, null)));
            for (Site site : bodies.sites(method)) {
                data.of(site).ifPresent(each -> accesses.add(new Endpoint.Found(each, method, site)));
            }
        }
        return accesses;
    }
}
