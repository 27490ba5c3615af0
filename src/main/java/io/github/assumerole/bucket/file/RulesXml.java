package io.github.assumerole.bucket.file;

import io.github.assumerole.bucket.RuleDraft;
import io.github.assumerole.text.Printable;
import io.github.assumerole.text.SimilarNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a file of rules, and goes on after what is wrong with it, as long as it is XML. */
final class RulesXml {
    private static final String ROOT = "bucketRules";
    private static final String RULE = "rule";
    private static final String TAGS = "tags";
    private static final String TAGGED = "tagged";
    private static final String TAG = "tag";
    private static final List<String> OF_A_RULE = List.of(
            "bucket",
            "exists",
            "region",
            "versioning",
            "encryption",
            "kmsKeyId",
            "publicAccessBlocked",
            TAGS,
            TAGGED,
            "objectOwnership",
            "level",
            "message",
            "skip");

    /** For an element whose children are named as their author likes. */
    private static final List<String> ANY = List.of();

    private static final int MOST_QUOTED = 40;

    private final XMLStreamReader reader;
    private final Consumer<String> problems;

    private RulesXml(XMLStreamReader reader, Consumer<String> problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /** @param line where it begins, from 1 */
    record Rule(RuleDraft draft, int line) {}

    /** Reads the element that has just begun to its end. */
    private interface ElementReader {
        void read(String name) throws XMLStreamException;
    }

    /**
     * The rules, in their order.
     *
     * @param problems is told all that is wrong, in words that read on after the name of the file
     */
    static List<Rule> read(byte[] xml, Consumer<String> problems) {
        try {
            return new RulesXml(SafeXml.reader(xml), problems).document();
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
            tell("the root is " + tag(reader.getLocalName()) + ", expected " + tag(ROOT));
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        children(List.of(RULE), name -> rules.add(rule()));
        while (reader.hasNext()) {
            reader.next();
        }
        if (rules.isEmpty()) {
            problems.accept(" has no " + tag(RULE) + ", so it demands nothing");
        }
        return rules;
    }

    private Rule rule() throws XMLStreamException {
        int line = reader.getLocation().getLineNumber();
        Map<String, String> texts = new HashMap<>();
        Map<String, String> tags = new LinkedHashMap<>();
        List<String> tagged = new ArrayList<>();
        Set<String> present = children(OF_A_RULE, name -> {
            switch (name) {
                case TAGS -> children(ANY, key -> tags.put(key, text()));
                case TAGGED -> children(List.of(TAG), tag -> tagged.add(text()));
                default -> texts.put(name, text());
            }
        });
        RuleDraft draft = new RuleDraft(
                texts.get("bucket"),
                texts.get("exists"),
                texts.get("region"),
                texts.get("versioning"),
                texts.get("encryption"),
                texts.get("kmsKeyId"),
                texts.get("publicAccessBlocked"),
                present.contains(TAGS) ? tags : null,
                present.contains(TAGGED) ? tagged : null,
                texts.get("objectOwnership"),
                texts.get("level"),
                texts.get("message"),
                texts.get("skip"));
        return new Rule(draft, line);
    }

    /**
     * Reads the children of the element that has just begun. Where one name alone is allowed, it is a list; otherwise
     * each may be there once.
     *
     * @return the names of those that are allowed and there
     */
    private Set<String> children(List<String> allowed, ElementReader child) throws XMLStreamException {
        String parent = reader.getLocalName();
        refuseAttributes();
        Set<String> present = new LinkedHashSet<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isCharacters() && !reader.isWhiteSpace()) {
                tell("there is the text '" + beginning(reader.getText().strip()) + "' between the elements of "
                        + tag(parent));
            } else if (reader.isStartElement() && !allowed.isEmpty() && !allowed.contains(reader.getLocalName())) {
                refuseStranger(parent, allowed);
            } else if (reader.isStartElement()) {
                String name = reader.getLocalName();
                if (!present.add(name) && allowed.size() != 1) {
                    tell(tag(name) + " is there twice");
                }
                child.read(name);
            }
        }
        return present;
    }

    private void refuseStranger(String parent, List<String> allowed) throws XMLStreamException {
        String name = reader.getLocalName();
        String meant = SimilarNames.to(name, allowed.stream()).stream()
                .findFirst()
                .map(near -> "; did you mean " + tag(near) + "?")
                .orElse(";");
        tell(tag(name) + " is no element of " + tag(parent) + meant + " Allowed: "
                + allowed.stream().map(RulesXml::tag).collect(Collectors.joining(", ")));
        skip();
    }

    private String text() throws XMLStreamException {
        String element = reader.getLocalName();
        refuseAttributes();
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isCharacters()) {
                text.append(reader.getText());
            } else if (reader.isStartElement()) {
                tell(tag(reader.getLocalName()) + " is in " + tag(element) + ", which holds text alone");
                skip();
            }
        }
        return text.toString();
    }

    private void refuseAttributes() {
        if (reader.getAttributeCount() > 0) {
            tell(tag(reader.getLocalName()) + " has the attribute " + Printable.of(reader.getAttributeLocalName(0))
                    + ", but no element here has any");
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static String beginning(String text) {
        return Printable.of(text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "..." : text);
    }

    private static String tag(String name) {
        return "<" + Printable.of(name) + ">";
    }

    private void tell(String problem) {
        problems.accept(SafeXml.place(reader) + problem);
    }
}
