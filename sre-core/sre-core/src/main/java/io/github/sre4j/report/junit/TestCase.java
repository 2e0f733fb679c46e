package io.github.sre4j.report.junit;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One case of the suite. Its texts hold only characters that XML can.
 *
 * @param className what CI servers group by
 * @param name the case
 * @param result how it came out
 * @param type the kind of failure
 * @param message one line that says what was seen
 * @param detail more about it, may be empty
 */
record TestCase(String className, String name, Result result, String type, String message, String detail) {

    enum Result {
        PASSED,
        FAILED,
        SKIPPED
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", className);
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", "0");
        if (result != Result.PASSED) {
            xml.writeStartElement(result == Result.FAILED ? "failure" : "skipped");
            if (result == Result.FAILED) {
                xml.writeAttribute("type", type);
            }
            xml.writeAttribute("message", message);
            xml.writeCharacters(detail);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
