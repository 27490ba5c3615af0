package io.github.assumerole.bucket.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a file of rules that is XML; the rest is read with {@link RulesFileTest}. */
class RulesReaderTest {
    private static final String ALLOWED =
            "Allowed: <bucket>, <except>, <taggedWith>, <exists>, <region>, <versioning>, <mfaDelete>, <encryption>,"
                    + " <kmsKeyId>, <bucketKey>, <publicAccessBlocked>, <policyPublic>, <secureTransportOnly>,"
                    + " <objectOwnership>, <lifecycle>, <expirationDays>, <logging>, <objectLock>, <replication>, <tags>,"
                    + " <tagged>, <level>, <message>, <skip>";

    /** The problems, without the name of the file. */
    private static List<String> problems(String xml) {
        ConfigurationProblems problems = new ConfigurationProblems();
        RulesFileReader.read(xml.getBytes(StandardCharsets.UTF_8), "", problems)
                .ifPresent(bucketRules -> RulesReader.read(bucketRules, "", problems));
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage()
                .lines()
                .filter(line -> !line.endsWith(".bucket: is missing"))
                .map(line -> line.replaceFirst("^, ", ""))
                .toList();
    }

    @Test
    void rejectsUnknownElements() {
        assertEquals(
                List.of(
                        "line 2, column 3: <rulle> is not an element of <bucketRules>; did you mean"
                                + " <rule>? Allowed: <rule>",
                        "line 5, column 5: <versionning> is not an element of <rule>; did you mean" + " <versioning>? "
                                + ALLOWED,
                        "line 7, column 7: <Tag> is not an element of <tagged>; did you mean <tag>?"
                                + " Allowed: <tag>",
                        "line 9, column 5: <inventory> is not an element of <rule>; " + ALLOWED),
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
                            <inventory><days>1</days></inventory>
                          </rule>
                        </bucketRules>
                        """));
    }

    @Test
    void rejectsElementsGivenTwice() {
        assertEquals(
                List.of(
                        "line 1, column 48: <bucket> is given twice",
                        "line 2, column 17: <x> is given twice",
                        "line 2, column 32: <tags> is given twice"),
                problems("<bucketRules><rule>      <bucket>app</bucket>  <bucket>web</bucket>\n"
                        + "<tags> <x>1</x> <x>1</x></tags><tags><y>1</y></tags></rule></bucketRules>"));
    }

    @Test
    void readsExceptionsAndTagsThatLimitARule() {
        ConfigurationProblems problems = new ConfigurationProblems();
        String xml = "<bucketRules><rule><bucket>app-*</bucket><exists>false</exists>"
                + "<except><bucket>app-logs</bucket><bucket>app-t*</bucket></except>"
                + "<taggedWith><env>prod</env><tag>a b=c</tag><tag>tag=x</tag></taggedWith></rule></bucketRules>";
        List<BucketSettingsRule> rules = RulesReader.read(
                RulesFileReader.read(xml.getBytes(StandardCharsets.UTF_8), "", problems)
                        .orElseThrow(),
                "",
                problems);
        problems.throwIfAny();
        assertEquals(
                "pattern 'app-*' except 'app-logs', 'app-t*' with tag env=prod, tag a b=c, tag tag=x: does not exist",
                rules.get(0).title());
    }

    @Test
    void rejectsInvalidExceptionsAndTagsThatLimitARule() {
        assertEquals(
                List.of(
                        "line 1, column 48: <name> is not an element of <except>;" + " Allowed: <bucket>",
                        "line 2, column 28: <env> is given twice"),
                problems("<bucketRules><rule><except><bucket>app</bucket><name>b</name></except>\n"
                        + "<taggedWith><env>a</env>   <env>b</env></taggedWith></rule></bucketRules>"));
    }

    @Test
    void rejectsAttributes() {
        assertEquals(
                List.of(
                        "line 1, column 11: <bucketRules> has the attribute xmlns; attributes are not allowed",
                        "line 2, column 14: <bucket> has the attribute id; attributes are not allowed"),
                problems("<bucketRules xmlns='a'>\n<rule><bucket id='1'>app</bucket></rule></bucketRules>"));
    }

    @Test
    void rejectsElementsInText() {
        assertEquals(
                List.of("line 1, column 31: <bucket> must contain only text, but contains <name>"),
                problems("<bucketRules><rule><bucket>app<name>x<y/></name></bucket></rule></bucketRules>"));
    }

    @Test
    void rejectsTextBetweenElements() {
        List<String> problems = problems(
                "<bucketRules>\n\nsome\n&amp; <![CDATA[text]]><rule>more<bucket>app</bucket></rule></bucketRules>");
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("line 4, column "), problems::toString);
        assertTrue(
                problems.get(0)
                        .endsWith(": <bucketRules> contains the text 'some\\u{000a}& text' between its elements"),
                problems::toString);
        assertTrue(problems.get(1).endsWith(": <rule> contains the text 'more' between its elements"));
    }

    @Test
    void quotesOnlyTheStartOfALongText() {
        List<String> problems = problems("<bucketRules>" + "x".repeat(100_000) + "<rule/></bucketRules>");
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("the text '" + "x".repeat(40) + "...' between"), problems::toString);
        problems = problems("<bucketRules>" + "x".repeat(40) + "<rule/></bucketRules>");
        assertTrue(problems.get(0).contains("the text '" + "x".repeat(40) + "' between"), problems::toString);
    }

    @Test
    void readsElementsOfAnyDepth() {
        String deep = "<x>".repeat(100_000) + "</x>".repeat(100_000);
        assertEquals(
                List.of("line 1, column 31: <bucket> must contain only text, but contains <x>"),
                problems("<bucketRules><rule><bucket>app" + deep + "</bucket></rule></bucketRules>"));
    }
}
