package io.github.assumerole.bucket.rule;

import static io.github.assumerole.bucket.rule.RuleTexts.about;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesFileTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();

    @TempDir
    private Path directory;

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("gate.xml"), content);
    }

    private List<BucketSettingsRule> rules(String xml, Charset encoding) throws IOException {
        List<BucketSettingsRule> rules = RulesFile.read(file(xml.getBytes(encoding)), problems);
        problems.throwIfAny();
        return rules;
    }

    private List<BucketSettingsRule> rules(String xml) throws IOException {
        return rules(xml, StandardCharsets.UTF_8);
    }

    /** The problems, with the file's name instead of its path. */
    private List<String> problems(byte[] content) throws IOException {
        return problems(file(content));
    }

    private List<String> problems(String xml) throws IOException {
        return problems(xml.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(Path file) {
        RulesFile.read(file, problems);
        return assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                .getMessage()
                .replace(directory + directory.getFileSystem().getSeparator(), "")
                .lines()
                .toList();
    }

    private BucketSettingsRule rule(RuleText text) {
        return RuleParser.parse(text, problems, "rule").orElseThrow();
    }

    @Nested
    class Reads {
        @Test
        void everyElement() throws IOException {
            String xml =
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!-- The gate of the shop. -->
                    <bucketRules>
                      <rule>
                        <bucket>app-*</bucket>
                        <exists>true</exists>
                        <region>eu-central-1</region>
                        <versioning>Enabled</versioning>
                        <encryption>aws:kms</encryption>
                        <kmsKeyId>alias/app</kmsKeyId>
                        <publicAccessBlocked>true</publicAccessBlocked>
                        <tags>
                          <team>core*</team>
                          <a:b>x</a:b>
                        </tags>
                        <tagged>
                          <tag>cost center=42*</tag>
                          <tag>env=</tag>
                        </tagged>
                        <objectOwnership>BucketOwnerEnforced</objectOwnership>
                        <level>warn</level>
                        <message>a &lt;b&gt; &amp; <![CDATA[<c>]]><!-- no --> d&#33;</message>
                        <skip>false</skip>
                      </rule>
                      <?ignored by=all?>
                      <rule><bucket> app </bucket></rule>
                    </bucketRules>
                    """;
            assertEquals(
                    List.of(
                            rule(about("app-*")
                                    .with("exists", "true")
                                    .with("region", "eu-central-1")
                                    .with("versioning", "Enabled")
                                    .with("encryption", "aws:kms")
                                    .with("kmsKeyId", "alias/app")
                                    .with("publicAccessBlocked", "true")
                                    .tags("team", "core*", "a:b", "x")
                                    .tagged(List.of("cost center=42*", "env="))
                                    .with("objectOwnership", "BucketOwnerEnforced")
                                    .with("level", "warn")
                                    .with("message", "a <b> & <c> d!")
                                    .with("skip", "false")
                                    .text()),
                            rule(about("app").text())),
                    rules(xml));
        }

        @Test
        void everyEmptyElement() throws IOException {
            String elements =
                    RuleText.ELEMENTS.stream().map(name -> "<" + name + "/>").collect(Collectors.joining());
            List<String> problems = problems("<bucketRules><rule>" + elements + "</rule></bucketRules>");
            assertEquals(RuleText.ELEMENTS.size() - 1, problems.size(), problems::toString);
            problems.forEach(problem -> assertTrue(problem.contains(" is empty; "), problem));
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
        void theDeclaredEncoding(String encoding) throws IOException {
            String xml = "<?xml version='1.0' encoding='" + encoding
                    + "'?><bucketRules><rule><bucket>app</bucket><message>f\u00fcr</message></rule></bucketRules>";
            assertEquals(
                    "f\u00fcr",
                    rules(xml, Charset.forName(encoding)).get(0).message().orElseThrow());
        }

        @Test
        void utf8IfNoEncodingIsDeclared() throws IOException {
            String xml = "<bucketRules><rule><bucket>app</bucket><message>f\u00fcr</message></rule></bucketRules>";
            assertEquals("f\u00fcr", rules(xml).get(0).message().orElseThrow());
            assertEquals("f\u00fcr", rules("\ufeff" + xml).get(0).message().orElseThrow());
        }

        @Test
        void sixteenMebibytes() throws IOException {
            String xml = "<bucketRules><rule><bucket>app</bucket></rule></bucketRules>";
            assertEquals(1, rules(xml + "\n".repeat((16 << 20) - xml.length())).size());
        }
    }

    @Nested
    class RejectsTheFile {
        @Test
        void thatDoesNotExist() {
            assertEquals(
                    List.of(
                            "rulesFile: none.xml does not exist; correct the path, or write the file with mvn assume-role:init-rules"),
                    problems(directory.resolve("none.xml")));
        }

        @Test
        void thatIsADirectory() {
            List<String> problems = problems(directory);
            assertEquals(1, problems.size());
            assertTrue(problems.get(0).contains(" cannot be read: java.io.IOException"), problems::toString);
        }

        @Test
        void thatIsTooLarge() throws IOException {
            byte[] large = new byte[(16 << 20) + 1];
            Arrays.fill(large, (byte) ' ');
            assertEquals(List.of("rulesFile: gate.xml is larger than 16 MiB"), problems(large));
        }

        @Test
        void withoutARule() throws IOException {
            assertEquals(
                    List.of("rulesFile gate.xml, line 1, column 1: contains no <rule>"),
                    problems("<bucketRules><!-- <rule/> --></bucketRules>"));
        }

        @Test
        void withAnotherRootElement() throws IOException {
            assertEquals(
                    List.of(
                            "rulesFile gate.xml, line 2, column 3: the root element is <configuration>, expected <bucketRules>"),
                    problems("<!-- -->\n  <configuration><bucketRules/></configuration>"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''                                 | line 1, column 1: Premature end of file.",
                    "<bucketRules><rule></bucketRules>  | line 1, column 22: The element type \"rule\" must be terminated by"
                            + " the matching end-tag \"</rule>\".",
                    "<bucketRules>&x;</bucketRules>     | line 1, column 17: The entity \"x\" was referenced, but not"
                            + " declared.",
                    "<bucketRules><rule/></bucketRules>x | line 1, column 35: Content is not allowed in trailing section.",
                })
        void thatIsNotWellFormed(String xml, String problem) throws IOException {
            assertEquals(List.of("rulesFile gate.xml, " + problem), problems(xml));
        }

        @Test
        void thatIsNotInTheDeclaredEncoding() throws IOException {
            assertEquals(
                    List.of(
                            "rulesFile gate.xml: is not in the encoding that it declares, which is UTF-8 when it declares"
                                    + " none"),
                    problems("<bucketRules>f\u00fcr</bucketRules>".getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** No other file is read, and no entity is expanded. */
    @Nested
    class RejectsADoctype {
        private final List<String> problem =
                List.of("rulesFile gate.xml: has a DOCTYPE, which is not allowed; remove it");

        @Test
        void withInternalEntities() throws IOException {
            StringBuilder xml = new StringBuilder("<!DOCTYPE bucketRules [<!ENTITY l0 'lol'>");
            for (int i = 1; i < 20; i++) {
                xml.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
            }
            String bomb = xml.append("]>\n<bucketRules>&l19;</bucketRules>").toString();
            assertEquals(problem, problems(bomb));
        }

        @Test
        void withAnExternalEntity() throws IOException {
            Path secret = Files.writeString(directory.resolve("secret.txt"), "app-secret");
            String xml = "<!DOCTYPE bucketRules [<!ENTITY x SYSTEM '" + secret.toUri()
                    + "'>]>\n<bucketRules><rule><bucket>&x;</bucket></rule></bucketRules>";
            assertEquals(problem, problems(xml));
        }

        @Test
        void withAnExternalDtd() throws IOException {
            String xml = "<!DOCTYPE bucketRules SYSTEM 'http://127.0.0.1:9/rules.dtd'>\n<bucketRules/>";
            assertEquals(problem, problems(xml));
        }
    }

    @Test
    void reportsAllProblemsOfAllRulesAtOnce() throws IOException {
        assertEquals(
                List.of(
                        "rulesFile gate.xml, line 2, column 3 (app).versioning: 'on' is not one of Enabled, Suspended, Disabled",
                        "rulesFile gate.xml, line 2, column 3 (app).skip: 'no' is not one of true, false",
                        "rulesFile gate.xml, line 7, column 3.bucket: is missing",
                        "rulesFile gate.xml, line 9, column 3 (web).region: ${region} is not defined; define"
                                + " it or write a value"),
                problems(
                        """
                        <bucketRules>
                          <rule>
                            <bucket>app</bucket>
                            <versioning>on</versioning>
                            <skip>no</skip>
                          </rule>
                          <rule>
                          </rule>
                          <rule><bucket>web</bucket><region>${region}</region></rule>
                          <rule><bucket>good</bucket></rule>
                        </bucketRules>
                        """));
    }
}
