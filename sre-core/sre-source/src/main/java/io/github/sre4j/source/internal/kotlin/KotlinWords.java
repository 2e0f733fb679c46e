package io.github.sre4j.source.internal.kotlin;

import java.util.Set;

/** Keywords and modifiers of Kotlin. */
final class KotlinWords {

    /** Words that are never identifiers. */
    static final Set<String> KEYWORDS = Set.of(
            "as",
            "break",
            "class",
            "continue",
            "do",
            "else",
            "false",
            "for",
            "fun",
            "if",
            "in",
            "interface",
            "is",
            "null",
            "object",
            "package",
            "return",
            "super",
            "this",
            "throw",
            "true",
            "try",
            "typealias",
            "val",
            "var",
            "when",
            "while");

    /** Words behind an identifier that make it no infix function. */
    static final Set<String> INFIX_ENDS = Set.of("as", "is", "in", "else", "class", "while");

    static final Set<String> MODIFIERS = Set.of(
            "public",
            "private",
            "protected",
            "internal",
            "open",
            "abstract",
            "final",
            "sealed",
            "data",
            "override",
            "suspend",
            "inline",
            "noinline",
            "crossinline",
            "operator",
            "lateinit",
            "const",
            "companion",
            "enum",
            "value",
            "inner",
            "infix",
            "tailrec",
            "external",
            "annotation",
            "expect",
            "actual",
            "vararg",
            "reified");

    /** Words that begin a declaration. */
    static final Set<String> DECLARATIONS = Set.of("fun", "val", "var", "class", "interface", "object", "typealias");

    private KotlinWords() {}
}
