package io.github.assumerole.aws.s3;

import static java.util.function.Predicate.not;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCollector;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Parses a page of ListBuckets, and finds everything in it that S3 does not document: a server may truncate the list,
 * and report that in its own way.
 */
final class ListBucketsParser {
    private static final String ROOT = "ListAllMyBucketsResult";
    private static final String BUCKETS = "Buckets";
    private static final String BUCKET = "Bucket";
    private static final String MISPLACED = "with <Bucket> outside of <Buckets>";

    /** They limit or count the page; harmless if the page also has IsTruncated. */
    private static final List<String> COUNTS = List.of("MaxKeys", "MaxBuckets", "KeyCount");

    private final String prefix;
    private final BucketCollector buckets = new BucketCollector();
    private final Set<String> seen = new HashSet<>();
    private Optional<String> flaw = Optional.empty();
    private Optional<String> token = Optional.empty();
    private Optional<String> owner = Optional.empty();
    private Optional<String> truncated = Optional.empty();
    private int listed;
    private int undated;
    private Optional<String> undatedExample = Optional.empty();

    private interface Child {
        /** Reads the element up to its end. */
        void read(XMLStreamReader xml, String name) throws XMLStreamException;
    }

    /** @param prefix that was requested; empty for none */
    ListBucketsParser(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Reads a page. Once for each parser.
     *
     * @return empty if it is no list of buckets
     * @throws IOException if the connection fails
     */
    Optional<ListBucketsPage> parse(InputStream body) throws IOException {
        try {
            return parse(XmlElement.reader(body));
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException failure
                    && !(failure instanceof CharConversionException)) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private Optional<ListBucketsPage> parse(XMLStreamReader xml) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.START_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.DTD) {
                return Optional.empty();
            }
        }
        if (!xml.getLocalName().equals(ROOT)) {
            return Optional.empty();
        }
        children(xml, this::readPart);
        while (xml.hasNext()) {
            xml.next();
        }
        if (!seen.contains(BUCKETS)) {
            flaw("without <Buckets>");
        }
        if (truncated.filter(text -> !text.equals("true") || token.isEmpty()).isPresent()) {
            flaw("with <IsTruncated>");
        }
        if (!seen.contains("IsTruncated")) {
            COUNTS.stream().filter(seen::contains).forEach(name -> flaw("with <" + name + ">"));
        }
        return Optional.of(new ListBucketsPage(buckets.buckets(), listed, token, owner, flaw, undated, undatedExample));
    }

    private void readPart(XMLStreamReader xml, String name) throws XMLStreamException {
        if (!seen.add(name)) {
            flaw("with a second <" + name + ">");
        }
        switch (name) {
            case BUCKETS -> children(xml, this::readBucket);
            case "Owner" -> children(xml, this::readOwner);
            case "ContinuationToken" -> token = Optional.of(text(xml)).filter(not(String::isEmpty));
            case "Prefix" -> {
                String listed = text(xml);
                if (!listed.isEmpty() && !listed.equals(prefix)) {
                    flaw("with a <Prefix> that was not requested");
                }
            }
            case "IsTruncated" ->
                truncated = Optional.of(text(xml)).filter(value -> !value.isEmpty() && !value.equals("false"));
            case BUCKET -> {
                flaw(MISPLACED);
                text(xml);
            }
            default -> {
                if (!text(xml).isEmpty() && !COUNTS.contains(name)) {
                    flaw("with <" + name + ">");
                }
            }
        }
    }

    private void flaw(String text) {
        flaw = flaw.or(() -> Optional.of(text));
    }

    private void readOwner(XMLStreamReader xml, String name) throws XMLStreamException {
        String value = text(xml);
        if (name.equals("ID")) {
            owner = Optional.of(value).filter(not(String::isEmpty));
        }
    }

    private void readBucket(XMLStreamReader xml, String name) throws XMLStreamException {
        if (!name.equals(BUCKET)) {
            text(xml);
            flaw("with <" + name + "> in <Buckets>");
            return;
        }
        List<String> names = new ArrayList<>(1);
        List<String> dates = new ArrayList<>(1);
        List<String> regions = new ArrayList<>(1);
        children(xml, (part, element) -> {
            String value = text(part);
            switch (element) {
                case "Name" -> names.add(value);
                case "CreationDate" -> dates.add(value);
                case "BucketRegion" -> regions.add(value);
                case BUCKET -> flaw(MISPLACED);
                default -> {
                    // Several servers add their own properties, such as a storage class.
                }
            }
        });
        if (names.size() != 1 || names.get(0).isEmpty()) {
            flaw("with a <Bucket> that does not have exactly one <Name>");
            return;
        }
        Optional<Instant> created = dates.stream().findFirst().flatMap(CreationDate::parse);
        if (created.isEmpty() && !dates.isEmpty()) {
            undated++;
            undatedExample = undatedExample.or(() -> Optional.of("'" + dates.get(0) + "' for " + names.get(0)));
        }
        listed++;
        buckets.add(new Bucket(names.get(0), regions.stream().findFirst(), created));
    }

    /** Reads the elements of the current element. */
    private void children(XMLStreamReader xml, Child child) throws XMLStreamException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(xml, xml.getLocalName());
            } else if (xml.hasText()
                    && event != XMLStreamConstants.COMMENT
                    && !xml.getText().isBlank()) {
                flaw("with text outside of its elements");
            }
        }
    }

    /** All text of the current element and the elements in it. */
    private String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (xml.getLocalName().equals(BUCKET)) {
                        flaw(MISPLACED);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {
                    // Comments and processing instructions.
                }
            }
        }
        return text.toString().strip();
    }
}
