package io.github.assumerole.bucket.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a file of rules that is XML; the rest is read with {@link RulesFileTest}. */
class RulesXmlTest {
    private static final String ALLOWED =
            "Allowed: <bucket>, <exists>, <region>, <versioning>, <encryption>, <kmsKeyId>,"
                    + " <publicAccessBlocked>, <tags>, <tagged>, <objectOwnership>, <level>, <message>, <skip>";

    /** Each after the comma that follows the name of the file. */
    private static List<String> problems(String xml) {
        List<String> problems = new ArrayList<>();
        RulesXml.read(xml.getBytes(StandardCharsets.UTF_8), problem -> problems.add(problem.substring(", ".length())));
        return problems;
    }

    @Test
    void refusesElementsThatAreUnknown() {
        assertEquals(
                List.of(
                        "line 2, column 3: <rulle> is no element of <bucketRules>; did you mean"
                                + " <rule>? Allowed: <rule>",
                        "line 5, column 5: <versionning> is no element of <rule>; did you mean" + " <versioning>? "
                                + ALLOWED,
                        "line 7, column 7: <Tag> is no element of <tagged>; did you mean <tag>?" + " Allowed: <tag>",
                        "line 9, column 5: <lifecycle> is no element of <rule>; " + ALLOWED),
                problems(
                        """
                        <bucketRules>
                          <rulle><bucket>app</bucket></rulle>
                          <rule>
                            <bucket>app</bucket>
                            <versionning>Enabled</versionning>
                            <tagged>
                              <Tag>a=b</Tag><tag>a=b</tag>
                            </tagged>
                            <lifecycle><days>1</days></lifecycle>
                          </rule>
                        </bucketRules>
                        """));
    }

    @Test
    void refusesElementsThatAreThereTwice() {
        assertEquals(
                List.of(
                        "line 1, column 48: <bucket> is there twice",
                        "line 2, column 17: <x> is there twice",
                        "line 2, column 32: <tags> is there twice"),
                problems("<bucketRules><rule>      <bucket>app</bucket>  <bucket>web</bucket>\n"
                        + "<tags> <x>1</x> <x>1</x></tags><tags><y>1</y></tags></rule></bucketRules>"));
    }

    @Test
    void refusesElementsWithAttributes() {
        assertEquals(
                List.of(
                        "line 1, column 11: <bucketRules> has the attribute xmlns, but no element" + " here has any",
                        "line 2, column 14: <bucket> has the attribute id, but no element here" + " has any"),
                problems("<bucketRules xmlns='a'>\n<rule><bucket id='1'>app</bucket></rule></bucketRules>"));
    }

    @Test
    void refusesElementsWithElementsInPlaceOfAText() {
        assertEquals(
                List.of("line 1, column 31: <name> is in <bucket>, which holds text alone"),
                problems("<bucketRules><rule><bucket>app<name>x<y/></name></bucket></rule></bucketRules>"));
    }

    @Test
    void refusesTextInPlaceOfElements() {
        List<String> problems = problems(
                "<bucketRules>\n\nsome\n&amp; <![CDATA[text]]><rule>more<bucket>app</bucket></rule></bucketRules>");
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("line 4, column "), problems::toString);
        assertTrue(
                problems.get(0)
                        .endsWith(": there is the text 'some\\u{000a}& text' between the elements of <bucketRules>"),
                problems::toString);
        assertTrue(problems.get(1).endsWith(": there is the text 'more' between the elements of <rule>"));
    }

    @Test
    void quotesOnlyTheBeginningOfALongText() {
        List<String> problems = problems("<bucketRules>" + "x".repeat(100_000) + "<rule/></bucketRules>");
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("the text '" + "x".repeat(40) + "...' between"), problems::toString);
        problems = problems("<bucketRules>" + "x".repeat(40) + "<rule/></bucketRules>");
        assertTrue(problems.get(0).contains("the text '" + "x".repeat(40) + "' between"), problems::toString);
    }
}
