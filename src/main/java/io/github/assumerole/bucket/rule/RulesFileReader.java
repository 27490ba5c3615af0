package io.github.assumerole.bucket.rule;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of a rules file. */
final class RulesFileReader {
    private static final String ROOT = "bucketRules";
    /** No valid element has descendants below this depth; their content is skipped, however deep it is. */
    private static final int MAX_DEPTH = 5;

    private final XMLStreamReader reader;

    private RulesFileReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * The root element.
     *
     * @param parameter the name of the file in problems, such as {@code rulesFile gate.xml}
     * @return empty if there is a problem
     */
    static Optional<RulesXml.Element> read(byte[] xml, String parameter, ConfigurationProblems problems) {
        try {
            return new RulesFileReader(SafeXml.reader(xml)).document(parameter, problems);
        } catch (XMLStreamException malformed) {
            problems.add(parameter + SafeXml.position(malformed), SafeXml.reason(malformed));
            return Optional.empty();
        }
    }

    private Optional<RulesXml.Element> document(String parameter, ConfigurationProblems problems)
            throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                problems.add(parameter, "has a DOCTYPE, which is not allowed; remove it");
                return Optional.empty();
            }
        }
        if (!reader.getLocalName().equals(ROOT)) {
            problems.add(
                    parameter + SafeXml.position(reader),
                    "the root element is <" + Printable.of(reader.getLocalName()) + ">, expected <" + ROOT + ">");
            return Optional.empty();
        }
        RulesXml.Element root = element(1);
        while (reader.hasNext()) {
            reader.next();
        }
        return Optional.of(root);
    }

    /** Reads the element that has just started, up to its end. */
    private RulesXml.Element element(int depth) throws XMLStreamException {
        String name = reader.getLocalName();
        String position = SafeXml.position(reader);
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(reader.getAttributeLocalName(i));
        }
        return new RulesXml.Element(name, attributes, depth == MAX_DEPTH ? skip() : content(depth), position);
    }

    private List<RulesXml> content(int depth) throws XMLStreamException {
        List<RulesXml> content = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isCharacters()) {
                content.add(new RulesXml.Text(reader.getText(), SafeXml.position(reader)));
            } else if (reader.isStartElement()) {
                content.add(element(depth + 1));
            }
        }
        return content;
    }

    private List<RulesXml> skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        return List.of();
    }
}
