package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.data.Association;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Scope;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.TypeUse;
import io.github.sre4j.source.internal.program.Types;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lazy collections and references read in a loop over entities: in the loop itself, or in a method that the loop calls. */
final class LazyReads implements Rule {

    /** Reading these does not load what is behind a reference. */
    private static final Set<String> LOAD_NOTHING = Set.of("getId", "id");

    private final Bodies bodies;
    private final Types types;
    private final DataAccess data;

    LazyReads(Bodies bodies, Types types, DataAccess data) {
        this.bodies = bodies;
        this.types = types;
        this.data = data;
    }

    @Override
    public void check(Endpoint endpoint, Consumer<Hint> found) {
        for (Method method : endpoint.reach().methods()) {
            for (Site site : bodies.sites(method)) {
                Type entity = entity(site);
                Optional<Association> association =
                        entity == null ? Optional.empty() : data.association(entity, Types.property(site.name()));
                if (entity == null
                        || association.isEmpty()
                        || !association.get().lazy()
                        || association.get().planned()
                        || !site.arguments().isEmpty()) {
                    continue;
                }
                boolean many = association.get().many();
                boolean varies = varies(site, endpoint.reach().repeated().contains(method));
                if (varies && !endpoint.fetches(entity, association.get().field()) && (many || isUsed(method, site))) {
                    Map<SourceName, String> names = Names.of(method);
                    endpoint.loads(entity).ifPresent(each -> Names.put(names, each, data));
                    Names.put(names, entity, association.get(), data);
                    double score = site.inLoop() ? 0.9 : 0.8;
                    found.accept(Hint.in(method, site.line(), CodeHint.Kind.LAZY_READ_IN_LOOP, score, names));
                }
            }
        }
    }

    /** The entity whose property a site reads. */
    private @Nullable Type entity(Site site) {
        Type receiver = site.receiver().type();
        if (receiver != null && data.isEntity(receiver) && !site.receiver().isStatic()) {
            return receiver;
        }
        // In the entity's own method, a field stands alone.
        Type owner = site.method().owner();
        boolean own = site.expr() instanceof Expr.Name name && site.scope().find(name.name()) == null;
        return own && data.isEntity(owner) ? owner : null;
    }

    /** Whether it is another object with each turn of a loop. */
    private static boolean varies(Site site, boolean repeated) {
        Expr root = site.target();
        while (root instanceof Expr.Call || root instanceof Expr.Select) {
            Expr next = root instanceof Expr.Call call ? call.receiver() : ((Expr.Select) root).of();
            if (next == null) {
                break;
            }
            root = next;
        }
        if (site.expr() instanceof Expr.Reference) {
            // Owner::getPets takes each element.
            return site.inLoop();
        }
        Scope variable = root instanceof Expr.Name name ? site.scope().find(name.name()) : null;
        if (variable == null) {
            // A field of the entity itself.
            boolean own = root == null
                    || (root instanceof Expr.Name name && name.name().equals("this"));
            return own && repeated;
        }
        if (variable.depth() > 0) {
            return site.inLoop();
        }
        return isParameter(variable) && repeated;
    }

    private static boolean isParameter(Scope variable) {
        return variable.method().facts().parameters().stream()
                .anyMatch(each -> each.name().equals(variable.name()));
    }

    /** Whether more than the key of a reference is read: its proxy knows the key. */
    private boolean isUsed(Method method, Site read) {
        for (Site site : bodies.sites(method)) {
            if (site.target() == read.expr()) {
                return !LOAD_NOTHING.contains(site.name());
            }
        }
        TypeUse type = types.of(read.expr(), read.scope());
        return !type.isUnknown();
    }
}
