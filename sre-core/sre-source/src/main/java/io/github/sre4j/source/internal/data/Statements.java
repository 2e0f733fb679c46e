package io.github.sre4j.source.internal.data;

import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Reach;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.internal.schema.Naming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which places may make a statement, with scores. Immutable. */
public final class Statements {

    /** Places below this share of the best are not shown. */
    private static final double NOISE = 0.4;

    private static final double FAR = 0.35;
    private static final double UNKNOWN_REACH = 0.8;
    private static final Map<SourceRule, Double> BASE = Map.of(
            SourceRule.QUERY,
            0.9,
            SourceRule.DERIVED_QUERY,
            0.85,
            SourceRule.ENTITY_FIELD,
            0.75,
            SourceRule.ENTITY,
            0.3);

    private final DataAccess access;
    private final Bodies bodies;
    private final List<Candidate> candidates = new ArrayList<>();

    /** All places of a program. */
    public Statements(Program program, Bodies bodies, DataAccess access) {
        this.access = access;
        this.bodies = bodies;
        for (Type type : program.types()) {
            for (Method method : type.methods()) {
                access.of(method)
                        .ifPresent(each -> candidates.add(
                                candidate(method, method.facts().lines().at(), each)));
                for (Site site : bodies.sites(method)) {
                    access.of(site).ifPresent(each -> candidates.add(candidate(method, site.line(), each)));
                }
            }
        }
        access.entities().all().forEach(this::entity);
    }

    private Candidate candidate(Method method, int line, Access access) {
        Map<SourceName, String> names = new EnumMap<>(SourceName.class);
        names.put(SourceName.REPOSITORY, access.repository());
        names.put(SourceName.REPOSITORY_METHOD, access.method());
        names.put(SourceName.ENCLOSING_METHOD, method.name());
        Type entity = access.entities().isEmpty() ? null : access.entities().get(0);
        if (entity != null) {
            names.put(SourceName.ENTITY, entity.simpleName());
            this.access.entities().of(entity).ifPresent(each -> names.put(SourceName.TABLE, each.table()));
        }
        if (!access.filters().isEmpty() && !access.filters().get(0).column().isEmpty()) {
            names.put(SourceName.COLUMN, access.filters().get(0).column());
        }
        return new Candidate(
                method.owner(),
                method,
                line,
                method.facts().lines(),
                access.rule(),
                access.operations(),
                access.tables(),
                access.joined(),
                access.filters(),
                names,
                entity,
                access.text());
    }

    private void entity(Entity entity) {
        Type type = entity.type();
        Map<SourceName, String> names = new EnumMap<>(SourceName.class);
        names.put(SourceName.ENTITY, type.simpleName());
        names.put(SourceName.TABLE, entity.table());
        candidates.add(new Candidate(
                type,
                null,
                type.facts().lines().at(),
                type.facts().lines(),
                SourceRule.ENTITY,
                Set.of(),
                entity.tables(),
                Set.of(),
                List.of(),
                names,
                type,
                ""));
        for (Association each : entity.associations()) {
            Map<SourceName, String> more = new EnumMap<>(names);
            more.put(SourceName.FIELD, each.field());
            more.put(SourceName.TARGET, each.targetName());
            Lines lines = each.lines();
            candidates.add(new Candidate(
                    each.owner(),
                    null,
                    lines.at(),
                    lines,
                    SourceRule.ENTITY_FIELD,
                    // Rows of plain values are written by nobody else.
                    each.target() == null ? Set.of() : Set.of("select"),
                    each.tables(),
                    Set.of(),
                    each.links().isEmpty() ? List.of() : List.of(new Filter(each.tables(), List.copyOf(each.links()))),
                    more,
                    type,
                    ""));
        }
    }

    /**
     * The places that may make a statement, best first.
     *
     * @param target the statement
     * @param reach what the endpoint's handlers reach; empty if it has none
     */
    public List<Scored> find(StatementTarget target, Optional<Reach> reach) {
        String table = Naming.plain(target.table());
        Optional<SqlText> sql = Optional.ofNullable(target.sql()).flatMap(SqlText::parse);
        Set<Type> touched = reach.map(this::touched).orElse(Set.of());
        Set<String> read = reach.map(this::read).orElse(Set.of());
        List<Scored> found = new ArrayList<>();
        for (Candidate each : candidates) {
            double score = score(each, table, target.operation().toLowerCase(Locale.ROOT), sql);
            if (score > 0) {
                found.add(new Scored(each, score * near(each, reach, touched, read)));
            }
        }
        found.sort(Comparator.comparingDouble((Scored each) -> -each.score())
                .thenComparing(each -> each.candidate().type().name())
                .thenComparingInt(each -> each.candidate().line()));
        List<Scored> verbatim = Optional.ofNullable(target.sql())
                .map(text -> verbatim(text, found))
                .orElse(List.of());
        if (!verbatim.isEmpty()) {
            return verbatim;
        }
        double best = found.isEmpty() ? 0 : found.get(0).score();
        found.removeIf(each -> each.score() < best * NOISE);
        return found;
    }

    /** Where the statement stands word for word in the source, that place wins; several of them share the certainty. */
    private static List<Scored> verbatim(String sql, List<Scored> found) {
        String text = StatementText.normalize(sql);
        return found.stream()
                .filter(each -> each.candidate().text().equals(text))
                .toList();
    }

    /**
     * A place with its score.
     *
     * @param candidate the place
     * @param score above 0 up to 1
     */
    public record Scored(Candidate candidate, double score) {}

    private static double score(Candidate candidate, String table, String operation, Optional<SqlText> sql) {
        double fits =
                candidate.tables().contains(table) ? 1 : candidate.joined().contains(table) ? 0.5 : 0;
        if (fits == 0) {
            return 0;
        }
        boolean known = Set.of("select", "insert", "update", "delete").contains(operation);
        if (known
                && !candidate.operations().isEmpty()
                && !candidate.operations().contains(operation)) {
            return 0;
        }
        return BASE.getOrDefault(candidate.rule(), 0.5)
                * fits
                * sql.map(each -> filters(candidate, each)).orElse(0.85);
    }

    /** How well the conditions of the statement fit those of the place. */
    private static double filters(Candidate candidate, SqlText sql) {
        if (candidate.rule() == SourceRule.ENTITY || sql.operation().equals("insert")) {
            return 1;
        }
        Set<String> seen = new HashSet<>();
        sql.filters().forEach(each -> seen.add(Naming.plain(each)));
        if (candidate.filters().isEmpty()) {
            return seen.isEmpty() ? 1 : 0.5;
        }
        if (seen.isEmpty()) {
            return 0.5;
        }
        long matched = candidate.filters().stream()
                .filter(each -> each.columns().stream().anyMatch(seen::contains))
                .count();
        boolean known =
                candidate.filters().stream().noneMatch(each -> each.columns().isEmpty());
        if (matched == 0 && known) {
            // Another statement on the same table.
            return 0;
        }
        double share = (double) matched / Math.max(candidate.filters().size(), seen.size());
        return 0.4 + 0.6 * share;
    }

    private double near(Candidate candidate, Optional<Reach> reach, Set<Type> touched, Set<String> read) {
        if (reach.isEmpty()) {
            return UNKNOWN_REACH;
        }
        Method method = candidate.method();
        if (method != null) {
            return reach.get().contains(method) ? 1 : FAR;
        }
        Type entity = candidate.entity();
        if (entity == null || !touched.contains(entity)) {
            return FAR;
        }
        String field = candidate.names().get(SourceName.FIELD);
        return field == null || read.contains(candidate.type().simpleName() + "." + field) ? 1 : 0.75;
    }

    /** Returns whether reached methods load an entity, or one that its associations lead to. */
    public boolean loads(Reach reach, Type entity) {
        return touched(reach).contains(entity);
    }

    /** The entities that the reached methods load, and those behind their associations. */
    private Set<Type> touched(Reach reach) {
        Set<Type> touched = new HashSet<>();
        List<Type> open = new ArrayList<>();
        for (Method method : reach.methods()) {
            access.of(method).ifPresent(each -> open.addAll(each.entities()));
            for (Site site : bodies.sites(method)) {
                access.of(site).ifPresent(each -> open.addAll(each.entities()));
                Type receiver = site.receiver().type();
                if (receiver != null && access.isEntity(receiver)) {
                    open.add(receiver);
                }
            }
        }
        while (!open.isEmpty()) {
            Type next = open.remove(open.size() - 1);
            if (touched.add(next)) {
                access.entities()
                        .of(next)
                        .ifPresent(entity -> entity.associations().stream()
                                .flatMap(each -> Optional.ofNullable(each.target()).stream())
                                .forEach(open::add));
            }
        }
        return touched;
    }

    /** The properties of entities that the reached methods read: {@code Owner.pets}. */
    private Set<String> read(Reach reach) {
        Set<String> read = new HashSet<>();
        for (Method method : reach.methods()) {
            for (Site site : bodies.sites(method)) {
                Type receiver = site.receiver().type();
                if (receiver == null || !(site.expr() instanceof Expr.Call || site.expr() instanceof Expr.Reference)) {
                    continue;
                }
                Optional<Entity> entity = access.entities().of(receiver);
                String property = Types.property(site.name());
                entity.flatMap(each -> each.association(property))
                        .ifPresent(each -> read.add(each.owner().simpleName() + "." + each.field()));
            }
        }
        return read;
    }
}
