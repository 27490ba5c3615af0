package io.github.assumerole.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong snippet is found, with its page and line; each of these pages has one. */
class SnippetRunnerTest extends SnippetRunner {
    private static final String VERSION = ManualGoals.PLUGIN_POM.getVersion();

    private static final String GATE =
            """
            ```xml
            <plugin>
              <groupId>io.github.assumerole</groupId>
              <artifactId>assume-role-maven-plugin</artifactId>
              <configuration>
                <roleArn>arn:aws:iam::444455556666:role/ci-deploy</roleArn>
                <requiredBuckets>app-artefacts</requiredBuckets>
              </configuration>
              <executions>
                <execution>
                  <goals>
                    <goal>list-buckets</goal>
                  </goals>
                </execution>
              </executions>
            </plugin>
            ```

            ```sh
            mvn verify
            ```

            """;

    private static final String VIOLATION =
            """
            ```
            [INFO] --- assume-role:${version}:list-buckets (default) @ shop ---
            BUCKET               CREATED
            ...
            [ERROR] Bucket gate failed: 1 violation of 1 rule
            required bucket app-artefacts does not exist; did you mean app-artifacts? [ABSENT by ListBuckets, HTTP 200, ...]
            [INFO] BUILD FAILURE
            ```
            """
                    .replace("${version}", VERSION);

    static Stream<Arguments> wrongPages() {
        return Stream.of(
                wrong(
                        "```xml\n<plugin>\n<maxBucket>1</maxBuckets>\n```",
                        "page.md:3: end tag name </maxBuckets> must match start tag name <maxBucket> from line 2"),
                wrong("```xml\n<a/>\nand\n<b/>\n```", "page.md:3: text outside of an element: and"),
                wrong(
                        "```xml\n<requiredBucket>app</requiredBucket>\n```",
                        "page.md:2: Unrecognised tag: 'requiredBucket'"),
                wrong(
                        "```xml\n<configuration>\n  <requiredBucket>app-logs</requiredBucket>\n</configuration>\n```",
                        "page.md:3: requiredBucket: unknown parameter; did you mean requiredBuckets (iam-policy, list-buckets"),
                wrong("```xml\n<maxBuckets>many</maxBuckets>\n```", "page.md:2: Cannot convert 'many' to int"),
                wrong(
                        "```xml\n<minBuckets>1</minBuckets>\n<bucketRules><rule>\n<bucket>app-*</bucket><version>Enabled</version>\n</rule></bucketRules>\n```",
                        "page.md:3: bucketRules[1]: <version> is not an element of <rule>"),
                wrong(
                        "```xml\n<execution><goals>\n<goal>list-bucket</goal>\n</goals></execution>\n```",
                        "page.md:3: this plugin has no goal 'list-bucket'"),
                wrong(
                        "```xml\n<execution><goals><goal>iam-policy</goal></goals></execution>\n```",
                        "page.md:1: goal iam-policy has no default phase; set <phase>"),
                wrong(
                        "```xml\n<requireBuckets><configuration>\n<maxBucket>1</maxBucket>\n</configuration></requireBuckets>\n```",
                        "page.md:3: maxBucket: unknown parameter; did you mean maxBuckets ("),
                wrong(
                        "```xml\n<cache xmlns=\"c\"><g artifactId=\"assume-role-maven-plugin\"><goal>list</goal></g></cache>\n```",
                        "page.md:2: this plugin has no goal 'list'"),
                wrong("```xml\n<server>\n  <user>bob</user>\n</server>\n```", "page.md:3: Unrecognised tag: 'user'"),
                wrong(
                        "```xml\n<distributionManagement><repo/></distributionManagement>\n```",
                        "page.md:2: Unrecognised tag: 'repo'"),
                wrong(
                        GATE.replace("<groupId>", "<version>1.0</version>\n  <groupId>"),
                        "page.md:3: version '1.0' of this plugin; this project has " + VERSION),
                wrong(
                        "```sh\nmvn verify\nmvn assume-role:list-bucket\n```",
                        "page.md:3: this plugin has no goal 'list-bucket'"),
                wrong(
                        "```sh\nmvn io.github.assumerole:assume-role-maven-plugin:0.9:help\n```",
                        "page.md:2: version '0.9' of this plugin; this project has " + VERSION),
                wrong(
                        "```sh\nmvn io.github.assumerole:assume-role-maven-plugin:iam-policy\n```",
                        "page.md:1: roleArn: is missing; set <roleArn>, or"),
                wrong(
                        "```sh\nmvn verify \\\n  -Dassume-role.requiredBucket=app-logs\n```",
                        "page.md:3: no goal has the property 'assume-role.requiredBucket'"),
                wrong(
                        "```sh\nmvn verify -Dassume-role.formats=pdf\n```",
                        "page.md:2: formats: 'pdf' is not one of json, terraform, cloudformation"),
                wrong("```sh\nmvn verfy\n```", "page.md:2: 'verfy' is neither a goal nor a phase of Maven"),
                wrong("```sh\nmvn verify --quick\n```", "page.md:2: Maven has no option '--quick'"),
                wrong("```sh\n./mvnw verify -Pdemos\n```", "page.md:2: this project has no profile 'demos'"),
                wrong("```sh\n./mvnw verify -DskipTest2\n```", "page.md:2: this project has no property 'skipTest2'"),
                wrong("```sh\n./mvn verify\n```", "page.md:2: this project has no program './mvn'"),
                wrong(
                        "```sh\njava -cp x io.github.assumerole.Nope\n```",
                        "page.md:2: there is no class 'io.github.assumerole.Nope'"),
                wrong(
                        "```sh\ncd x && sevice start\n```",
                        "page.md:2: 'sevice' is a program that no test knows; see SnippetCommand"),
                wrong("```sh\necho \"x\n```", "page.md:1: the quote \" has no end"),
                wrong(
                        GATE + VIOLATION.replace("1 violation", "2 violations"),
                        "page.md:27: page.md:19 does not print '[ERROR] Bucket gate failed: 2 violations of 1 rule'; it prints 'Bucket gate failed: 1 violation of 1 rule'"),
                wrong(
                        GATE
                                + VIOLATION
                                        .replace("BUCKET               CREATED\n", "")
                                        .replace(
                                                "...\n",
                                                "required bucket app-artefacts does not exist; did you mean app-artifacts? [ABSENT by ListBuckets, HTTP 200, ...]\n"),
                        "page.md:26: page.md:19 does not print '[ERROR] Bucket gate failed: 1 violation of 1 rule' in this order"),
                wrong(
                        "<!-- test: mvn assume-role:iam-policy -Dassume-role.roleArn=arn:aws:iam::444455556666:role/ci-deploy -->\n```json\n{\n  \"permissions\": {\n```",
                        "page.md:4: page.md:2 does not print '  \"permissions\": {'"));
    }

    private static Arguments wrong(String page, String problem) {
        return Arguments.of(page, problem);
    }

    @ParameterizedTest
    @MethodSource("wrongPages")
    void namesPageAndLineOfWrongSnippet(String page, String problem) {
        List<Step> steps = steps(page);
        String found = String.join("\n", problems(steps.get(steps.size() - 1)));
        assertEquals(problem, found.substring(0, Math.min(problem.length(), found.length())));
    }

    static Stream<String> rightPages() {
        return Stream.of(
                GATE,
                GATE + VIOLATION,
                GATE.replace("mvn verify", "mvn -q -B clean deploy -T1C # all"),
                "```xml\n<profile>ci</profile>\n```",
                "```xml\n<serverId>aws</serverId>\n```",
                "```xml\n<webIdentity>github</webIdentity>\n```",
                "```xml\n<exportTo>repositories</exportTo>\n<exportServerId>a,b</exportServerId>\n```",
                "```sh\nexport A=$(aws sts \\\n get-caller-identity)\nMAVEN_OPTS=\"-Xmx1g\" mvn verify > log\n```");
    }

    @ParameterizedTest
    @MethodSource("rightPages")
    void acceptsRightSnippet(String page) {
        List<Step> steps = steps(page);
        assertEquals("", String.join("\n", problems(steps.get(steps.size() - 1))));
    }

    private static List<Step> steps(String page) {
        return Step.of(Markdown.blocks("page.md", page.lines().toList()));
    }
}
