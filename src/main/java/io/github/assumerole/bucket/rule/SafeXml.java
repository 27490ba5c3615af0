package io.github.assumerole.bucket.rule;

import io.github.assumerole.text.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses untrusted XML with the JDK's parser, with DTDs and external entities disabled. */
final class SafeXml {
    /** The JDK's parser puts this before the reason. */
    private static final String MESSAGE = "Message: ";

    private SafeXml() {}

    /** A reader that returns text in one piece, and names with their prefix. */
    static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** Why the text is not well-formed XML. */
    static String reason(XMLStreamException malformed) {
        if (isEncoding(malformed)) {
            return "is not in the encoding that it declares, which is UTF-8 when it declares none";
        }
        String text = malformed.getMessage();
        int reason = text.indexOf(MESSAGE);
        return Printable.of(text.substring(reason < 0 ? 0 : reason + MESSAGE.length()));
    }

    /** Where the text is not well-formed XML; empty if the parser does not know. */
    static String position(XMLStreamException malformed) {
        Location location = malformed.getLocation();
        return isEncoding(malformed) ? "" : position(location.getLineNumber(), location.getColumnNumber());
    }

    private static boolean isEncoding(XMLStreamException malformed) {
        return malformed.getNestedException() instanceof IOException;
    }

    /** Where a start tag begins, or any other event ends. */
    static String position(XMLStreamReader reader) {
        Location location = reader.getLocation();
        int tag = reader.isStartElement() ? reader.getLocalName().length() + "<>".length() : 0;
        return position(location.getLineNumber(), Math.max(1, location.getColumnNumber() - tag));
    }

    private static String position(int line, int column) {
        return ", line " + line + ", column " + column;
    }
}
