package io.github.sre4j.trace.render;

import io.github.sre4j.text.TextEscaping;

/** Escaping for HTML, and the look of the page. */
final class Html {

    static final String CSS = """
            :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--path:#b35900;--beside:#6e7781;--bad:#b3261e}
            @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--line:#30363d;--path:#f0883e;--beside:#8b949e;--bad:#ff7b72}}
            body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0}
            main{max-width:72rem;margin:0 auto;padding:1rem}
            h1{font-size:1.4rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
            li,q,p{overflow-wrap:anywhere}code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
            .facts,.note{color:var(--soft);overflow-wrap:anywhere}
            .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
            .scroll{overflow-x:auto}.scroll:focus{outline:2px solid var(--path)}
            table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;color:var(--soft)}
            th,td{border-bottom:1px solid var(--line);padding:.15rem .5rem;text-align:left;vertical-align:top}
            tbody th{min-width:15rem}thead th{white-space:nowrap}
            td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            td.b{width:35%;min-width:12rem}.t{position:relative;height:.9rem}
            .t i{position:absolute;top:0;bottom:0;min-width:2px;background:var(--beside)}.t i.p{background:var(--path)}
            .bad{color:var(--bad);font-weight:600}ul.l{margin:.2rem 0;padding-left:1rem;color:var(--soft)}
            #ids:not(:checked)~* .facts,#ids:not(:checked)~.facts{display:none}
            .key i{display:inline-block;width:1.5rem;height:.7rem;margin:0 .3rem 0 .8rem;background:var(--beside)}.key i.p{background:var(--path)}
            @media (max-width:48rem){thead,td.s,td.e,td.x{display:none}tbody tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--line)}
            tbody th,td.n,td.b{border:0}tbody th{min-width:0}td.b{grid-column:1/-1;width:auto;min-width:0}}
            @media print{.skip,#ids,label{display:none}}
            """;

    private Html() {}

    /** Text for an element or a quoted attribute. */
    static String escape(String untrusted) {
        String visible = TextEscaping.forTerminal(untrusted);
        StringBuilder safe = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
