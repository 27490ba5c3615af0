package io.github.assumerole.bucket.rule;

import io.github.assumerole.text.Printable;
import io.github.assumerole.text.SimilarNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a rules file, and reports all its problems at once as long as it is well-formed XML. */
record RulesFileReader(XMLStreamReader reader, Consumer<String> problems) {
    private static final String ROOT = "bucketRules";
    private static final String RULE = "rule";
    private static final String TAGS = "tags";
    private static final String TAGGED = "tagged";
    private static final String TAG = "tag";
    /** For an element whose children may have any name. */
    private static final List<String> ANY = List.of();

    private static final int MAX_QUOTED = 40;

    /** @param line where it starts, from 1 */
    record Rule(RuleText text, int line) {}

    /** Reads the element that has just started, up to its end. */
    private interface ElementReader {
        void read(String name) throws XMLStreamException;
    }

    /**
     * The rules, in their order.
     *
     * @param problems receives each problem, as text that follows the name of the file
     */
    static List<Rule> read(byte[] xml, Consumer<String> problems) {
        try {
            return new RulesFileReader(SafeXml.reader(xml), problems).document();
        } catch (XMLStreamException malformed) {
            problems.accept(SafeXml.reason(malformed));
            return List.of();
        }
    }

    private List<Rule> document() throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                problems.accept(" has a DOCTYPE, which is not allowed; remove it");
                return List.of();
            }
        }
        if (!reader.getLocalName().equals(ROOT)) {
            report("the root element is " + tag(reader.getLocalName()) + ", expected " + tag(ROOT));
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        children(List.of(RULE), name -> rules.add(rule()));
        while (reader.hasNext()) {
            reader.next();
        }
        if (rules.isEmpty()) {
            problems.accept(" contains no " + tag(RULE));
        }
        return rules;
    }

    private Rule rule() throws XMLStreamException {
        int line = reader.getLocation().getLineNumber();
        Map<String, String> texts = new HashMap<>();
        Map<String, String> tags = new LinkedHashMap<>();
        List<String> tagged = new ArrayList<>();
        Set<String> present = children(RuleText.ELEMENTS, name -> {
            switch (name) {
                case TAGS -> children(ANY, key -> tags.put(key, text()));
                case TAGGED -> children(List.of(TAG), tag -> tagged.add(text()));
                default -> texts.put(name, text());
            }
        });
        RuleText text = new RuleText(
                texts,
                Optional.of(tags).filter(some -> present.contains(TAGS)),
                Optional.of(tagged).filter(some -> present.contains(TAGGED)));
        return new Rule(text, line);
    }

    /**
     * Reads the children of the element that has just started. If only one name is allowed, the element is a list;
     * otherwise each name is allowed once.
     *
     * @return the allowed names that are present
     */
    private Set<String> children(List<String> allowed, ElementReader child) throws XMLStreamException {
        String parent = reader.getLocalName();
        rejectAttributes();
        Set<String> present = new LinkedHashSet<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isCharacters() && !reader.isWhiteSpace()) {
                report(tag(parent) + " contains the text '"
                        + start(reader.getText().strip()) + "' between its elements");
            } else if (reader.isStartElement() && !allowed.isEmpty() && !allowed.contains(reader.getLocalName())) {
                rejectUnknownElement(parent, allowed);
            } else if (reader.isStartElement()) {
                String name = reader.getLocalName();
                if (!present.add(name) && allowed.size() != 1) {
                    report(tag(name) + " is given twice");
                }
                child.read(name);
            }
        }
        return present;
    }

    private void rejectUnknownElement(String parent, List<String> allowed) throws XMLStreamException {
        String name = reader.getLocalName();
        String meant = SimilarNames.to(name, allowed.stream()).stream()
                .findFirst()
                .map(near -> "; did you mean " + tag(near) + "?")
                .orElse(";");
        report(tag(name) + " is not an element of " + tag(parent) + meant + " Allowed: "
                + allowed.stream().map(RulesFileReader::tag).collect(Collectors.joining(", ")));
        skip();
    }

    private String text() throws XMLStreamException {
        String element = reader.getLocalName();
        rejectAttributes();
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isCharacters()) {
                text.append(reader.getText());
            } else if (reader.isStartElement()) {
                report(tag(element) + " must contain only text, but contains " + tag(reader.getLocalName()));
                skip();
            }
        }
        return text.toString();
    }

    private void rejectAttributes() {
        if (reader.getAttributeCount() > 0) {
            report(tag(reader.getLocalName()) + " has the attribute " + Printable.of(reader.getAttributeLocalName(0))
                    + "; attributes are not allowed");
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static String start(String text) {
        return Printable.of(text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text);
    }

    private static String tag(String name) {
        return "<" + Printable.of(name) + ">";
    }

    private void report(String problem) {
        problems.accept(SafeXml.position(reader) + problem);
    }
}
