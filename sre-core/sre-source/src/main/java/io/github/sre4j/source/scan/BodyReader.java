package io.github.sre4j.source.scan;

import com.sun.source.tree.*;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads statements and expressions. */
final class BodyReader {

    private static final Expr NOTHING = new Expr.Other(List.of());

    private final UnitReader unit;

    BodyReader(UnitReader unit) {
        this.unit = unit;
    }

    List<Step> block(BlockTree tree) {
        List<Step> steps = new ArrayList<>();
        tree.getStatements().forEach(each -> add(each, steps));
        return steps;
    }

    private List<Step> steps(@Nullable Tree tree) {
        List<Step> steps = new ArrayList<>();
        if (tree != null) {
            add(tree, steps);
        }
        return steps;
    }

    private void add(Tree tree, List<Step> to) {
        if (tree instanceof BlockTree block) {
            block.getStatements().forEach(each -> add(each, to));
        } else if (tree instanceof ExpressionStatementTree statement) {
            eval(statement.getExpression(), to);
        } else if (tree instanceof VariableTree local) {
            ExpressionTree value = local.getInitializer();
            to.add(new Step.Local(unit.parameter(local), value == null ? null : expr(value)));
        } else if (tree instanceof ReturnTree returned) {
            to.add(new Step.Result(expr(returned.getExpression())));
        } else if (tree instanceof YieldTree yielded) {
            to.add(new Step.Result(expr(yielded.getValue())));
        } else if (tree instanceof IfTree choice) {
            List<List<Step>> arms = new ArrayList<>();
            arms.add(steps(choice.getThenStatement()));
            if (choice.getElseStatement() != null) {
                arms.add(steps(choice.getElseStatement()));
            }
            to.add(new Step.Branch(List.of(expr(choice.getCondition())), arms));
        } else if (tree instanceof SwitchTree choice) {
            to.add(new Step.Branch(List.of(expr(choice.getExpression())), cases(choice.getCases())));
        } else if (tree instanceof TryTree attempt) {
            attempt(attempt, to);
        } else if (tree instanceof SynchronizedTree block) {
            add(block.getBlock(), to);
        } else if (tree instanceof LabeledStatementTree labeled) {
            add(labeled.getStatement(), to);
        } else if (tree instanceof ThrowTree thrown) {
            to.add(new Step.Result(expr(thrown.getExpression())));
        } else if (tree instanceof ClassTree local) {
            List<Expr> functions = unit.functionsOf(local);
            if (!functions.isEmpty()) {
                to.add(new Step.Eval(new Expr.Other(functions)));
            }
        } else {
            loop(tree, to);
        }
    }

    private void loop(Tree tree, List<Step> to) {
        if (tree instanceof EnhancedForLoopTree each) {
            to.add(new Step.Loop(
                    unit.line(each),
                    unit.parameter(each.getVariable()),
                    expr(each.getExpression()),
                    steps(each.getStatement())));
        } else if (tree instanceof ForLoopTree counting) {
            counting.getInitializer().forEach(each -> add(each, to));
            List<Step> body = new ArrayList<>();
            if (counting.getCondition() != null) {
                eval(counting.getCondition(), body);
            }
            add(counting.getStatement(), body);
            counting.getUpdate().forEach(each -> add(each, body));
            to.add(new Step.Loop(unit.line(counting), null, null, body));
        } else if (tree instanceof WhileLoopTree whilst) {
            List<Step> body = new ArrayList<>();
            eval(whilst.getCondition(), body);
            add(whilst.getStatement(), body);
            to.add(new Step.Loop(unit.line(whilst), null, null, body));
        } else if (tree instanceof DoWhileLoopTree until) {
            List<Step> body = new ArrayList<>();
            add(until.getStatement(), body);
            eval(until.getCondition(), body);
            to.add(new Step.Loop(unit.line(until), null, null, body));
        }
    }

    private void attempt(TryTree tree, List<Step> to) {
        tree.getResources().forEach(each -> {
            if (each instanceof ExpressionTree value) {
                eval(value, to);
            } else {
                add(each, to);
            }
        });
        add(tree.getBlock(), to);
        List<List<Step>> caught = new ArrayList<>();
        tree.getCatches().forEach(each -> caught.add(block(each.getBlock())));
        if (!caught.isEmpty()) {
            to.add(new Step.Branch(List.of(), caught));
        }
        if (tree.getFinallyBlock() != null) {
            add(tree.getFinallyBlock(), to);
        }
    }

    private List<List<Step>> cases(List<? extends CaseTree> cases) {
        List<List<Step>> arms = new ArrayList<>();
        for (CaseTree each : cases) {
            if (each.getStatements() != null) {
                List<Step> arm = new ArrayList<>();
                each.getStatements().forEach(statement -> add(statement, arm));
                arms.add(arm);
            } else if (each.getBody() instanceof ExpressionTree value) {
                arms.add(List.of(new Step.Result(expr(value))));
            } else {
                arms.add(steps(each.getBody()));
            }
        }
        return arms;
    }

    private void eval(ExpressionTree tree, List<Step> to) {
        Expr value = expr(tree);
        if (!isNothing(value)) {
            to.add(new Step.Eval(value));
        }
    }

    private static boolean isNothing(Expr value) {
        return value instanceof Expr.Name
                || (value instanceof Expr.Other other && other.parts().isEmpty());
    }

    Expr expr(@Nullable ExpressionTree tree) {
        if (tree == null) {
            return NOTHING;
        }
        if (tree instanceof LiteralTree literal) {
            Object value = literal.getValue();
            return new Expr.Literal(String.valueOf(value), value instanceof String);
        }
        if (tree instanceof IdentifierTree name) {
            return new Expr.Name(name.getName().toString());
        }
        if (tree instanceof MemberSelectTree select) {
            return select(select);
        }
        if (tree instanceof MethodInvocationTree call) {
            return call(call);
        }
        if (tree instanceof NewClassTree create) {
            List<Expr> arguments = exprs(create.getArguments());
            if (create.getClassBody() != null) {
                arguments.addAll(unit.functionsOf(create.getClassBody()));
            }
            return new Expr.Create(unit.line(create), TypeNames.of(create.getIdentifier()), arguments);
        }
        if (tree instanceof ParenthesizedTree inner) {
            return expr(inner.getExpression());
        }
        if (tree instanceof LambdaExpressionTree lambda) {
            return function(lambda);
        }
        if (tree instanceof MemberReferenceTree reference) {
            String name = reference.getMode() == MemberReferenceTree.ReferenceMode.NEW
                    ? MethodFacts.CONSTRUCTOR
                    : reference.getName().toString();
            return new Expr.Reference(unit.line(reference), expr(reference.getQualifierExpression()), name);
        }
        return more(tree);
    }

    private Expr more(ExpressionTree tree) {
        if (tree instanceof BinaryTree binary) {
            return binary(binary);
        }
        if (tree instanceof AssignmentTree assign) {
            return new Expr.Assign(expr(assign.getVariable()), expr(assign.getExpression()));
        }
        if (tree instanceof CompoundAssignmentTree assign) {
            Expr target = expr(assign.getVariable());
            return new Expr.Assign(target, new Expr.Join(List.of(target, expr(assign.getExpression()))));
        }
        if (tree instanceof NewArrayTree array) {
            List<Expr> items = exprs(Objects.requireNonNullElse(array.getInitializers(), List.of()));
            return new Expr.Items(items);
        }
        if (tree instanceof AnnotationTree annotation) {
            return new Expr.Nested(unit.annotation(annotation));
        }
        if (tree instanceof TypeCastTree cast) {
            return new Expr.Cast(TypeNames.of(cast.getType()), expr(cast.getExpression()));
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return other(choice.getCondition(), choice.getTrueExpression(), choice.getFalseExpression());
        }
        if (tree instanceof UnaryTree unary) {
            return other(unary.getExpression());
        }
        if (tree instanceof InstanceOfTree test) {
            return other(test.getExpression());
        }
        if (tree instanceof ArrayAccessTree access) {
            return new Expr.Call(
                    unit.line(access), expr(access.getExpression()), "get", List.of(expr(access.getIndex())));
        }
        if (tree instanceof SwitchExpressionTree choice) {
            List<Step> body = List.of(new Step.Branch(List.of(expr(choice.getExpression())), cases(choice.getCases())));
            return new Expr.Other(
                    List.of(new Expr.Function(unit.line(choice), unit.lastLine(choice), List.<Parameter>of(), body)));
        }
        return NOTHING;
    }

    private Expr select(MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        if (name.equals("class")) {
            return new Expr.ClassOf(TypeNames.of(select.getExpression()));
        }
        return new Expr.Select(expr(select.getExpression()), name);
    }

    private Expr call(MethodInvocationTree call) {
        List<Expr> arguments = exprs(call.getArguments());
        ExpressionTree target = call.getMethodSelect();
        if (target instanceof MemberSelectTree select) {
            return new Expr.Call(
                    unit.lastLine(select),
                    expr(select.getExpression()),
                    select.getIdentifier().toString(),
                    arguments);
        }
        return new Expr.Call(unit.line(call), null, TypeNames.text(target), arguments);
    }

    private Expr function(LambdaExpressionTree lambda) {
        List<Parameter> parameters =
                lambda.getParameters().stream().map(unit::parameter).toList();
        List<Step> body = lambda.getBody() instanceof ExpressionTree value
                ? List.of(new Step.Result(expr(value)))
                : steps(lambda.getBody());
        return new Expr.Function(unit.line(lambda), unit.lastLine(lambda), parameters, body);
    }

    private Expr binary(BinaryTree tree) {
        if (tree.getKind() != Tree.Kind.PLUS) {
            return other(tree.getLeftOperand(), tree.getRightOperand());
        }
        List<Expr> parts = new ArrayList<>();
        join(tree, parts);
        return new Expr.Join(parts);
    }

    /** Long texts are joined by hundreds of plus signs, all nested to the left. */
    private void join(ExpressionTree tree, List<Expr> parts) {
        ExpressionTree left = tree;
        List<ExpressionTree> rights = new ArrayList<>();
        while (left instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
            rights.add(binary.getRightOperand());
            left = binary.getLeftOperand();
        }
        parts.add(expr(left));
        for (int i = rights.size() - 1; i >= 0; i--) {
            parts.add(expr(rights.get(i)));
        }
    }

    private List<Expr> exprs(List<? extends ExpressionTree> trees) {
        List<Expr> values = new ArrayList<>(trees.size());
        trees.forEach(each -> values.add(expr(each)));
        return values;
    }

    private Expr other(ExpressionTree... trees) {
        List<Expr> parts = new ArrayList<>();
        for (ExpressionTree each : trees) {
            Expr part = expr(each);
            if (!(part instanceof Expr.Literal)
                    && !(part instanceof Expr.Other o && o.parts().isEmpty())) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? NOTHING : new Expr.Other(parts);
    }
}
