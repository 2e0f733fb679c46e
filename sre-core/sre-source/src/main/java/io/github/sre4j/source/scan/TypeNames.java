package io.github.sre4j.source.scan;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types as the source writes them. */
final class TypeNames {

    private TypeNames() {}

    static TypeRef of(@Nullable Tree tree) {
        if (tree == null) {
            return TypeRef.NONE;
        }
        if (tree instanceof ParameterizedTypeTree generic) {
            List<TypeRef> arguments =
                    generic.getTypeArguments().stream().map(TypeNames::of).toList();
            return new TypeRef(of(generic.getType()).name(), arguments);
        }
        if (tree instanceof AnnotatedTypeTree annotated) {
            return of(annotated.getUnderlyingType());
        }
        if (tree instanceof ArrayTypeTree array) {
            TypeRef item = of(array.getType());
            return new TypeRef(item.name() + "[]", List.of(item));
        }
        if (tree instanceof WildcardTree wildcard) {
            return of(wildcard.getBound());
        }
        String name = text(tree);
        return name.equals("var") ? TypeRef.NONE : TypeRef.of(name);
    }

    /** As the source writes it; names without the compiler's printer, which costs more than all the rest. */
    static String text(Tree tree) {
        if (tree instanceof IdentifierTree name) {
            return name.getName().toString();
        }
        if (tree instanceof MemberSelectTree select) {
            return text(select.getExpression()) + "." + select.getIdentifier();
        }
        return tree.toString();
    }
}
