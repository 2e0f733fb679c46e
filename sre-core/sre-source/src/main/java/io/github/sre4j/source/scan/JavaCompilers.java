package io.github.sre4j.source.scan;

import javax.tools.ToolProvider;

/** Tells whether Java files can be read. It names no class of the compiler, which a JRE does not have. */
public final class JavaCompilers {

    private JavaCompilers() {}

    /** Whether this Java brings a compiler: a JDK does, a JRE does not. */
    public static boolean present() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }
}
