package io.github.sre4j.advisor.remedy;

import io.github.sre4j.code.SourceLocation;
import java.util.List;

/** The patch that gives a mapped collection, or the class of an entity, a batch size. */
final class BatchSizeSketch {

    private static final String ANNOTATION = "@BatchSize(size = 50)";

    private BatchSizeSketch() {}

    /** Returns the patch; empty if the file is not available, is not Java, or names the annotation at the declaration already. */
    static List<SketchLine> before(RemedyContext context, SourceLocation declaration) {
        return SourceEdit.of(context, declaration)
                // The annotations of a class precede its name: its body may have others.
                .filter(edit ->
                        !edit.text(declaration.firstLine(), declaration.line()).contains("BatchSize"))
                .map(edit -> edit.insert(
                                // Before the annotations that exist: the line of the name may be the second of a
                                // declaration.
                                declaration.firstLine(),
                                SourceEdit.indent(edit.line(declaration.firstLine())) + ANNOTATION)
                        .importing("org.hibernate.annotations.BatchSize")
                        .hunks())
                .orElse(List.of());
    }
}
