package io.github.sre4j.alerts.hcl;

import io.github.sre4j.alerts.hcl.HclBlock.Argument;
import io.github.sre4j.alerts.hcl.HclBlock.Content;
import io.github.sre4j.alerts.hcl.HclBlock.Nested;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes blocks as {@code terraform fmt} leaves them: two spaces a level, equals signs of adjacent arguments aligned. Not thread-safe. */
public final class HclWriter {

    private final StringBuilder out = new StringBuilder();

    private HclWriter() {}

    /**
     * Returns the text of a file.
     *
     * @param heading comment lines at its top, without number signs
     * @param blocks blocks in their order
     */
    public static String file(List<String> heading, List<HclBlock> blocks) {
        HclWriter writer = new HclWriter();
        heading.forEach(line -> writer.comment(line, 0));
        boolean first = heading.isEmpty();
        for (HclBlock block : blocks) {
            if (!first) {
                writer.out.append('\n');
            }
            first = false;
            writer.block(block, 0);
        }
        return writer.out.toString();
    }

    /** Returns a value as it stands in a file, on one line except for objects. */
    public static String value(HclValue value) {
        return new HclWriter().text(value, 0);
    }

    private void comment(String line, int level) {
        line.lines()
                .forEach(part -> out.append(indent(level))
                        .append(part.isBlank() ? "#" : "# " + part.strip())
                        .append('\n'));
    }

    private void block(HclBlock block, int level) {
        block.comments().forEach(line -> comment(line, level));
        out.append(indent(level)).append(block.type());
        block.labels().forEach(label -> out.append(" \"").append(label).append('"'));
        out.append(" {");
        if (block.content().isEmpty()) {
            out.append("}\n");
            return;
        }
        out.append('\n');
        body(block.content(), level + 1);
        out.append(indent(level)).append("}\n");
    }

    private void body(List<Content> content, int level) {
        List<Argument> adjacent = new ArrayList<>();
        for (Content part : content) {
            if (part instanceof Argument argument) {
                adjacent.add(argument);
            } else if (part instanceof Nested nested) {
                arguments(adjacent, level);
                adjacent.clear();
                block(nested.block(), level);
            }
        }
        arguments(adjacent, level);
    }

    private void arguments(List<Argument> adjacent, int level) {
        List<Argument> run = new ArrayList<>();
        for (Argument argument : adjacent) {
            run.add(argument);
            if (isMultiline(argument.value())) {
                // The first line of a longer value is aligned with the arguments above it; those below begin anew.
                aligned(run, level);
                run.clear();
            }
        }
        aligned(run, level);
    }

    private void aligned(List<Argument> run, int level) {
        // terraform fmt leaves a value of several lines out of the alignment.
        int width = run.stream()
                .filter(argument -> !isMultiline(argument.value()))
                .mapToInt(argument -> argument.name().length())
                .max()
                .orElse(0);
        for (Argument argument : run) {
            int padding =
                    isMultiline(argument.value()) ? 0 : width - argument.name().length();
            out.append(indent(level))
                    .append(argument.name())
                    .append(" ".repeat(padding))
                    .append(" = ")
                    .append(text(argument.value(), level))
                    .append('\n');
        }
    }

    private static boolean isMultiline(HclValue value) {
        return value instanceof HclValue.Entries entries && !entries.entries().isEmpty();
    }

    private String text(HclValue value, int level) {
        if (value instanceof HclValue.Text text) {
            return '"' + escape(text.value()) + '"';
        } else if (value instanceof HclValue.Template template) {
            return template.parts().stream()
                    .map(part -> part instanceof HclValue.Expression expression
                            ? "${" + expression.code() + "}"
                            : escape(((HclValue.Text) part).value()))
                    .collect(Collectors.joining("", "\"", "\""));
        } else if (value instanceof HclValue.Expression expression) {
            return expression.code();
        } else if (value instanceof HclValue.Numeric number) {
            return number.value().signum() == 0
                    ? "0"
                    : number.value().stripTrailingZeros().toPlainString();
        } else if (value instanceof HclValue.Truth truth) {
            return Boolean.toString(truth.value());
        } else if (value instanceof HclValue.Items items) {
            return items.items().stream().map(item -> text(item, level)).collect(Collectors.joining(", ", "[", "]"));
        }
        return object(((HclValue.Entries) value).entries(), level);
    }

    private static String object(Map<String, HclValue> entries, int level) {
        if (entries.isEmpty()) {
            return "{}";
        }
        HclWriter inner = new HclWriter();
        List<Argument> arguments = new ArrayList<>();
        entries.forEach((name, value) -> arguments.add(new Argument(key(name), value)));
        inner.arguments(arguments, level + 1);
        return "{\n" + inner.out + indent(level) + "}";
    }

    private static String key(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : '"' + escape(name) + '"';
    }

    /** Quoted strings hold everything: heredocs would interpolate, too, and depend on indentation. */
    private static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> safe.append("\\\\");
                case '"' -> safe.append("\\\"");
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append("\\t");
                case '$', '%' -> safe.append(text.startsWith("{", i + 1) ? "" + c + c : c);
                default -> {
                    if (Character.isISOControl(c)) {
                        safe.append("\\u%04x".formatted((int) c));
                    } else {
                        safe.append(c);
                    }
                }
            }
        }
        return safe.toString();
    }

    private static String indent(int level) {
        return "  ".repeat(level);
    }
}
