package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.StandardWorld;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules in the POM: read as those of a rules file, and no part of them is lost. */
class BucketRulesTest extends GoalTest {
    private static final String ALLOWED =
            "Allowed: <bucket>, <except>, <taggedWith>, <exists>, <region>, <versioning>, <mfaDelete>, <encryption>,"
                    + " <kmsKeyId>, <bucketKey>, <publicAccessBlocked>, <policyPublic>, <secureTransportOnly>,"
                    + " <objectOwnership>, <lifecycle>, <expirationDays>, <logging>, <objectLock>, <replication>, <tags>,"
                    + " <tagged>, <level>, <message>, <skip>";

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
    }

    private List<String> problems(String bucketRules) {
        List<String> lines = rejected(listBuckets("<bucketRules>" + bucketRules + "</bucketRules>"));
        return lines.get(0).equals("Invalid configuration:") ? lines.subList(1, lines.size()) : lines;
    }

    @Test
    void evaluatesEveryElement() throws Exception {
        build.define("which", "app-*").define("state", "Enabled");
        listBuckets(
                        """
                        <bucketRules>
                          <rule>
                            <bucket>app-artifacts</bucket>
                            <exists>true</exists>
                            <region>eu-*</region>
                            <versioning>${state}</versioning>
                            <publicAccessBlocked>true</publicAccessBlocked>
                            <tags><team>core</team></tags>
                            <tagged><tag>env=pr*</tag></tagged>
                            <objectOwnership>BucketOwnerEnforced</objectOwnership>
                            <mfaDelete>Disabled</mfaDelete>
                            <encryption>AES256, aws:kms</encryption>
                            <bucketKey>false</bucketKey>
                            <policyPublic>false</policyPublic>
                            <secureTransportOnly>true</secureTransportOnly>
                            <lifecycle>true</lifecycle>
                            <expirationDays>30</expirationDays>
                            <logging>app-l*</logging>
                            <objectLock>true</objectLock>
                            <replication>true</replication>
                          </rule>
                          <rule combine.children="append">
                            <bucket>${which}</bucket><versioning>Suspended</versioning><level>warn</level>
                          </rule>
                          <rule><bucket>nowhere</bucket><skip>true</skip></rule>
                        </bucketRules>
                        """)
                .execute();

        assertEquals(
                "[INFO] Bucket gate passed: 1 rule holds, checked against 5 buckets (1 skipped, 1 warning)",
                lastLine());
    }

    @Test
    void failsWhenARuleIsViolated() {
        MojoFailureException violated = assertThrows(
                MojoFailureException.class,
                listBuckets(
                                "<bucketRules><rule><bucket>app-artifacts</bucket><versioning>Suspended</versioning></rule></bucketRules>")
                        ::execute);

        assertTrue(
                violated.getMessage().contains("app-artifacts: versioning is Enabled, expected Suspended"),
                violated::getMessage);
    }

    private static final String APP_EXCEPT_LOGS =
            "<bucketRules><rule><bucket>app-*</bucket><except><bucket>app-logs</bucket>%s</except>"
                    + "<versioning>Enabled</versioning></rule></bucketRules>";
    private static final String CORE =
            "<bucketRules><rule><bucket>*</bucket><taggedWith><team>co*</team><tag>env=%s</tag></taggedWith>"
                    + "<versioning>Enabled</versioning></rule></bucketRules>";

    @Test
    void reportsExceptedBucketsAndUnusedExceptions() throws Exception {
        build.define("keep", "*-releases");
        listBuckets(APP_EXCEPT_LOGS.formatted("<bucket>${keep}</bucket><bucket>app-old</bucket>"), "quiet=true")
                .execute();

        assertEquals(
                """
                [INFO] excepted: app-logs, app-releases (pattern 'app-*' except 'app-logs', '*-releases', 'app-old': versioning Enabled)
                [WARNING] no bucket matches the exception 'app-old' (searched 5 buckets) (pattern 'app-*' except 'app-logs', '*-releases', 'app-old': versioning Enabled)
                [INFO] Bucket gate passed: 1 rule holds, checked against 5 buckets (2 excepted)""",
                results());
        assertEquals(Set.of("app-artifacts"), read("GetBucketVersioning"));
    }

    @Test
    void failsWhenABucketThatIsNotExceptedIsViolated() {
        Mojo goal = listBuckets(APP_EXCEPT_LOGS.formatted(""));

        String message = assertThrows(MojoFailureException.class, goal::execute).getMessage();
        assertTrue(
                message.startsWith("Bucket gate failed: 1 violation of 1 rule\napp-releases: versioning is"), message);
    }

    @Test
    void appliesARuleOnlyToTaggedBuckets() throws Exception {
        listBuckets(CORE.formatted("pr*"), "quiet=true").execute();

        assertEquals(
                """
                [INFO] applies to 1 of 5 buckets: those with tag team=co*, tag env=pr* (pattern '*' with tag team=co*, tag env=pr*: versioning Enabled)
                [INFO] Bucket gate passed: 1 rule holds, checked against 5 buckets""",
                results());
        assertEquals(5, read("GetBucketTagging").size());
        assertEquals(Set.of("app-artifacts"), read("GetBucketVersioning"));
    }

    @Test
    void warnsIfNoBucketHasTheTags() throws Exception {
        listBuckets(CORE.formatted("none"), "quiet=true").execute();

        assertEquals(
                """
                [INFO] applies to 0 of 5 buckets: those with tag team=co*, tag env=none (pattern '*' with tag team=co*, tag env=none: versioning Enabled)
                [WARNING] no bucket matches the pattern '*' with tag team=co*, tag env=none (searched 5 buckets)
                [INFO] Bucket gate passed: 1 rule holds, checked against 5 buckets""",
                results());
    }

    /** A call may be redirected to the region of its bucket. */
    private Set<String> read(String operation) {
        return aws.calls(operation).stream()
                .map(call -> call.parameters().get("bucket"))
                .collect(Collectors.toSet());
    }

    /** The log without the evidence, which contains request IDs. */
    private String results() {
        return String.join(
                "\n",
                log.lines().stream()
                        .filter(line -> !line.matches("\\[INFO] (Region|Assumed) .*"))
                        .map(line -> line.replaceFirst(" \\[(ABSENT|PRESENT) by .*", ""))
                        .toList());
    }

    @Test
    void rejectsUnknownElements() {
        assertEquals(
                List.of(
                        "bucketRules[1]: <versionning> is not an element of <rule>; did you mean <versioning>? "
                                + ALLOWED,
                        "bucketRules[2]: <rul> is not an element of <bucketRules>; did you mean <rule>? Allowed: <rule>",
                        "bucketRules[3]: <Tag> is not an element of <tagged>; did you mean <tag>? Allowed: <tag>"),
                problems(
                        """
                        <rule><bucket>app-logs</bucket><exists>true</exists><versionning>Enabled</versionning></rule>
                        <rul><bucket>app-logs</bucket></rul>
                        <rule><bucket>app-logs</bucket><tagged><tag>a=b</tag><Tag>c=d</Tag></tagged></rule>
                        """));
    }

    @Test
    void rejectsElementsGivenTwice() {
        assertEquals(
                List.of("bucketRules[1]: <versioning> is given twice", "bucketRules[1]: <team> is given twice"),
                problems(
                        """
                        <rule>
                          <bucket>app-logs</bucket><versioning>Enabled</versioning><versioning>Disabled</versioning>
                          <tags><team>core</team><team>web</team></tags>
                        </rule>
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<versioning/>", "<versioning></versioning>", "<versioning>${empty}</versioning>"})
    void rejectsEmptyElement(String element) {
        build.define("empty", "");

        assertEquals(
                List.of("bucketRules[1] (app-logs).versioning: is empty; set a value or remove it"),
                problems("<rule><bucket>app-logs</bucket><exists>true</exists>" + element + "</rule>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<versioning>${nope}</versioning>  | .versioning: ${nope}",
                "<tags><team>${nope}</team></tags> | .tags.team: ${nope}",
                "<tagged><t>a=${nope}</t></tagged> | : <t>",
                "<tagged><tag>${nope}</tag></tagged> | .tagged: ${nope}",
                "<skip>${nope}</skip>              | .skip: ${nope}",
                "<level>${nope}</level>            | .level: ${nope}",
            })
    void rejectsUndefinedVariable(String element, String problem) {
        List<String> problems = problems("<rule><bucket>app-logs</bucket><exists>true</exists>" + element + "</rule>");

        assertTrue(problems.get(0).startsWith("bucketRules[1]"), problems::toString);
        assertTrue(problems.get(0).contains(problem), problems::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${nope}    | bucketRules: ${nope} is not defined; define it or remove <bucketRules>",
                "''         | bucketRules: is empty; set a value or remove it",
                "app-logs   | bucketRules: <bucketRules> contains the text 'app-logs' between its elements",
                "<rule/>    | bucketRules[1].bucket: is missing",
            })
    void rejectsRulesThatAreNone(String content, String problem) {
        assertEquals(problem, problems(content).get(0));
    }

    @Test
    void rejectsTextInsteadOfRule() {
        assertEquals(
                List.of(
                        "bucketRules[2]: <rule> contains the text 'app-logs' between its elements",
                        "bucketRules[2].bucket: is missing"),
                problems("<rule><bucket>app-artifacts</bucket></rule><rule>app-logs</rule>"));
    }

    @Test
    void rejectsAttributes() {
        assertEquals(
                List.of("bucketRules[1]: <rule> has the attribute level; attributes are not allowed"),
                problems("<rule level=\"warn\"><bucket>app-logs</bucket></rule>"));
    }
}
