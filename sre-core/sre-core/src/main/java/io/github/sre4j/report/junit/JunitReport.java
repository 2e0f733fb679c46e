package io.github.sre4j.report.junit;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.baseline.BaselineComparison.State;
import io.github.sre4j.report.ListedEndpoints;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.SliSentences;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report as JUnit XML. Immutable and thread-safe. */
public final class JunitReport {

    private final Texts texts;
    private final Sentences sentences;
    private final SliSentences slis;

    /** A JUnit report in that language. */
    public JunitReport(Texts texts) {
        this.texts = texts;
        this.sentences = new Sentences(texts, TextEscaping::forXml);
        this.slis = new SliSentences(texts);
    }

    /**
     * Writes the report as UTF-8.
     *
     * @throws IOException if the stream fails
     */
    public void write(ServiceLevelReport report, OutputStream to) throws IOException {
        List<TestCase> cases = cases(report);
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", suite(report));
            xml.writeAttribute("tests", String.valueOf(cases.size()));
            xml.writeAttribute("failures", count(cases, TestCase.Result.FAILED));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", count(cases, TestCase.Result.SKIPPED));
            // Nothing was executed: a production latency here would be added up as time the build took.
            xml.writeAttribute("time", "0");
            xml.writeAttribute("timestamp", report.generatedAt().toString());
            for (TestCase each : cases) {
                each.write(xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the JUnit report cannot be written: " + e.getMessage(), e);
        }
    }

    private List<TestCase> cases(ServiceLevelReport report) {
        boolean fails = !report.gate().passed();
        List<TestCase> cases = new ArrayList<>();
        ListedEndpoints listed = ListedEndpoints.of(report);
        for (EndpointResult endpoint : listed.endpoints()) {
            for (SliResult sli : endpoint.slis()) {
                cases.add(one(report, endpoint, sli));
            }
        }
        boolean shown = cases.stream().anyMatch(each -> each.result() == TestCase.Result.FAILED);
        cases.add(0, gate(report, fails && !shown));
        if (listed.omittedEndpoints() > 0) {
            cases.add(omitted(report, listed));
        }
        return cases;
    }

    private TestCase omitted(ServiceLevelReport report, ListedEndpoints listed) {
        String message = texts.get("junit.omitted", listed.endpoints().size(), listed.omittedEndpoints());
        return new TestCase(suite(report), "omitted", TestCase.Result.SKIPPED, "omitted", message, "");
    }

    /** A case of its own, so that a check without endpoints is seen to have failed. */
    private TestCase gate(ServiceLevelReport report, boolean failed) {
        return new TestCase(
                suite(report),
                "gate",
                failed ? TestCase.Result.FAILED : TestCase.Result.PASSED,
                report.gate().outcome().id(),
                sentences.verdict(report.gate()),
                "");
    }

    private TestCase one(ServiceLevelReport report, EndpointResult endpoint, SliResult sli) {
        boolean fails = !report.gate().passed() && !tolerated(report, endpoint, sli);
        boolean waived =
                sli.verdict() == Verdict.WAIVED && endpoint.activeWaiver().isPresent();
        String why = waived ? sentences.waived(endpoint.activeWaiver().get()) : slis.why(sli);
        String observed = slis.observedLine(endpoint, sli);
        boolean missed = sli.verdict() == Verdict.MISSED;
        return new TestCase(
                suite(report) + "."
                        + TextEscaping.forXml(endpoint.endpointClass().name()),
                sentences.label(endpoint) + " [" + sli.sli().kind().id() + "]",
                sli.verdict() == Verdict.MET
                        ? TestCase.Result.PASSED
                        : missed && fails ? TestCase.Result.FAILED : TestCase.Result.SKIPPED,
                sli.verdict().name(),
                missed && !fails ? texts.get("junit.observed", observed) : missed ? observed : why,
                missed ? why : observed);
    }

    /** What the baseline knows, or cannot know, and what has a fix in flight, fails no build, and so no test. */
    private static boolean tolerated(ServiceLevelReport report, EndpointResult endpoint, SliResult sli) {
        if (report.gate()
                .fixes()
                .covering(endpoint.endpoint().name(), sli.sli().kind())
                .isPresent()) {
            return true;
        }
        return report.gate()
                .withBaseline()
                .flatMap(comparison ->
                        comparison.stateOf(endpoint.endpoint().name(), sli.sli().kind()))
                .filter(state -> state == State.KNOWN || state == State.OTHER_STANDARD)
                .isPresent();
    }

    private static String suite(ServiceLevelReport report) {
        return "sre." + TextEscaping.forXml(report.service().name());
    }

    private static String count(List<TestCase> cases, TestCase.Result result) {
        return String.valueOf(
                cases.stream().filter(each -> each.result() == result).count());
    }
}
