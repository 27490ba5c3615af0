package io.github.assumerole.bucket.file;

import io.github.assumerole.text.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML of strangers: nothing outside of it is read, and no entity grows. By the JDK's own parser alone. */
final class SafeXml {
    /** What the JDK's parser writes before its reason. */
    private static final String MESSAGE = "Message: ";

    private SafeXml() {}

    /** Gives texts in one piece, and names as they are written. */
    static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** What is wrong with text that is no XML, and where. */
    static String reason(XMLStreamException malformed) {
        if (malformed.getNestedException() instanceof IOException) {
            return " is not in the encoding that it declares, which is UTF-8 when it declares none";
        }
        String text = malformed.getMessage();
        int reason = text.indexOf(MESSAGE);
        Location location = malformed.getLocation();
        return place(location.getLineNumber(), location.getColumnNumber())
                + Printable.of(text.substring(reason < 0 ? 0 : reason + MESSAGE.length()));
    }

    /** Where a tag begins, or where any other event ends: that is where the parser is. */
    static String place(XMLStreamReader reader) {
        Location location = reader.getLocation();
        int tag = reader.isStartElement() ? reader.getLocalName().length() + "<>".length() : 0;
        return place(location.getLineNumber(), Math.max(1, location.getColumnNumber() - tag));
    }

    private static String place(int line, int column) {
        return ", line " + line + ", column " + column + ": ";
    }
}
