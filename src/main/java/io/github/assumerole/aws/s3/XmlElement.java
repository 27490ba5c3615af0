package io.github.assumerole.aws.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a response, without namespaces and attributes. An {@link IllegalArgumentException} of any method means
 * that the element does not have the required form.
 *
 * @param content its text; whitespace at most if it has children
 */
record XmlElement(String name, String content, List<XmlElement> children) {
    /** S3's documents have fewer levels; the limit protects the stack. */
    private static final int MAX_DEPTH = 20;

    /** A parser that reads neither DTDs nor external entities. */
    static XMLStreamReader reader(InputStream document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(document);
    }

    static XmlElement root(byte[] document) {
        try {
            XMLStreamReader xml = reader(new ByteArrayInputStream(document));
            for (int event = xml.next(); event != XMLStreamConstants.START_ELEMENT; event = xml.next()) {
                require(event != XMLStreamConstants.DTD);
            }
            return read(xml, 1);
        } catch (XMLStreamException malformed) {
            throw new IllegalArgumentException("not XML", malformed);
        }
    }

    private static XmlElement read(XMLStreamReader xml, int depth) throws XMLStreamException {
        require(depth <= MAX_DEPTH);
        String name = xml.getLocalName();
        StringBuilder content = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    content.append(xml.getText());
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    // No content.
                }
                default -> throw new IllegalArgumentException("an entity without a value");
            }
        }
        require(children.isEmpty() || content.toString().isBlank());
        return new XmlElement(name, content.toString(), children);
    }

    /** This element, which has at most these children. */
    XmlElement withOnly(String... names) {
        require(Set.of(names)
                .containsAll(children.stream().map(XmlElement::name).toList()));
        require(content.isBlank());
        return this;
    }

    List<XmlElement> all(String child) {
        require(content.isBlank());
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /** The only child with this name. */
    XmlElement one(String child) {
        return optional(child).orElseThrow(() -> new IllegalArgumentException("without " + child));
    }

    /** The child with this name, of which there is at most one. */
    Optional<XmlElement> optional(String child) {
        List<XmlElement> elements = all(child);
        require(elements.size() <= 1);
        return elements.stream().findFirst();
    }

    /** The text of an element without children. */
    String text() {
        require(children.isEmpty());
        return content;
    }

    /** The text without whitespace around it, if it is one of these. */
    String oneOf(Set<String> values) {
        String value = text().strip();
        require(values.contains(value));
        return value;
    }

    /** The text without whitespace around it, which is not empty. */
    String nonEmpty() {
        String value = text().strip();
        require(!value.isEmpty());
        return value;
    }

    /** {@code true} or {@code false}, in upper or lower case as in some servers. */
    String bool() {
        String value = text().strip();
        boolean isTrue = value.equalsIgnoreCase("true");
        require(isTrue || value.equalsIgnoreCase("false"));
        return String.valueOf(isTrue);
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not as S3 documents it");
        }
    }
}
