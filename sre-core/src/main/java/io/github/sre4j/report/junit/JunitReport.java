package io.github.sre4j.report.junit;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.text.Texts;
import io.github.sre4j.text.Untrusted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a report as JUnit XML. Immutable and thread-safe. */
public final class JunitReport {

    private final Texts texts;
    private final Sentences sentences;

    /** A JUnit report in that language. */
    public JunitReport(Texts texts) {
        this.texts = texts;
        this.sentences = new Sentences(texts, Untrusted::forXml);
    }

    private record Case(EndpointResult endpoint, SliResult sli) {}

    /**
     * Writes the report as UTF-8.
     *
     * @throws IOException if the stream fails
     */
    public void write(ServiceLevelReport report, OutputStream to) throws IOException {
        List<Case> cases = report.assessment().endpoints().stream()
                .flatMap(endpoint -> endpoint.slis().stream().map(sli -> new Case(endpoint, sli)))
                .toList();
        boolean fails = !report.gate().passed();
        long missed = cases.stream()
                .filter(each -> each.sli().verdict() == Verdict.MISSED)
                .count();
        long met = cases.stream()
                .filter(each -> each.sli().verdict() == Verdict.MET)
                .count();
        long failures = fails ? missed : 0;
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute(
                    "name", "sre." + Untrusted.forXml(report.service().name()));
            xml.writeAttribute("tests", String.valueOf(cases.size() + 1));
            xml.writeAttribute("failures", String.valueOf(failures + (fails && failures == 0 ? 1 : 0)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", String.valueOf(cases.size() - met - failures));
            xml.writeAttribute("time", "0");
            gate(xml, report, fails && failures == 0);
            for (Case each : cases) {
                one(xml, report, each, fails);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the JUnit report cannot be written: " + e.getMessage(), e);
        }
    }

    /** A case of its own, so that a check without endpoints is seen to have failed. */
    private void gate(XMLStreamWriter xml, ServiceLevelReport report, boolean fails) throws XMLStreamException {
        open(xml, "sre." + Untrusted.forXml(report.service().name()), "gate");
        if (fails) {
            xml.writeEmptyElement("failure");
            xml.writeAttribute("type", report.gate().outcome().id());
            xml.writeAttribute("message", sentences.verdict(report.gate()));
        }
        xml.writeEndElement();
    }

    private void one(XMLStreamWriter xml, ServiceLevelReport report, Case each, boolean fails)
            throws XMLStreamException {
        open(
                xml,
                "sre." + Untrusted.forXml(report.service().name()) + "."
                        + each.endpoint().endpointClass().name(),
                sentences.label(each.endpoint()) + " ["
                        + each.sli().sli().kind().id() + "]");
        String observed =
                texts.get("junit.missed", sentences.observed(each.endpoint(), each.sli()), sentences.why(each.sli()));
        if (each.sli().verdict() == Verdict.MISSED && fails) {
            xml.writeEmptyElement("failure");
            xml.writeAttribute("type", each.sli().verdict().name());
            xml.writeAttribute("message", observed);
        } else if (each.sli().verdict() != Verdict.MET) {
            boolean missed = each.sli().verdict() == Verdict.MISSED;
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", missed ? texts.get("junit.observed", observed) : observed);
        }
        xml.writeEndElement();
    }

    private static void open(XMLStreamWriter xml, String className, String name) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", className);
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", "0");
    }
}
