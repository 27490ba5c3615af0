package io.github.assumerole.bucket.rule;

import java.util.List;

/** XML of bucket rules, from a POM or from a rules file. */
public sealed interface RulesXml {
    /**
     * Where it is; follows the name of the parameter in problems, such as {@code [2]} or {@code , line 7, column 3}.
     */
    String position();

    /** @param attributes their names, without those that Maven or XML define */
    record Element(String name, List<String> attributes, List<RulesXml> content, String position) implements RulesXml {
        /** Copies the lists. */
        public Element {
            attributes = List.copyOf(attributes);
            content = List.copyOf(content);
        }
    }

    /** Text between two tags. */
    record Text(String text, String position) implements RulesXml {}
}
