package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.rule.AvailableName;
import io.github.assumerole.bucket.rule.BucketCount;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.BucketSettingsRule;
import io.github.assumerole.bucket.rule.ForbiddenBucket;
import io.github.assumerole.bucket.rule.Level;
import io.github.assumerole.bucket.rule.RequiredBucket;
import io.github.assumerole.bucket.rule.RuleScope;
import io.github.assumerole.bucket.rule.setting.SettingRequirement;
import io.github.assumerole.goal.Build;
import io.github.assumerole.report.RuleLocations.Location;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3ReaderEx;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredLocationsTest {
    private final MavenProject parent = Build.project("parent");
    private final MavenProject app = Build.project("app");

    @TempDir
    private Path root;

    @BeforeEach
    void createProjects() {
        parent.setFile(root.resolve("pom.xml").toFile());
        app.setFile(root.resolve("a b/pom.xml").toFile());
        app.setParent(parent);
    }

    private static void configure(MavenProject project, String configuration) throws Exception {
        String pom =
                """
                <project>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.assumerole</groupId>
                        <artifactId>assume-role-maven-plugin</artifactId>
                        <configuration>
                """
                        + configuration
                        + "</configuration></plugin></plugins></build></project>";
        InputSource source = new InputSource();
        source.setLocation("pom.xml");
        Model model = new MavenXpp3ReaderEx().read(new StringReader(pom), true, source);
        project.getOriginalModel().setBuild(model.getBuild());
    }

    private String location(BucketRule rule) {
        return location(rule, Optional.empty());
    }

    private String location(BucketRule rule, Optional<File> rulesFile) {
        Location location = new ConfiguredLocations(
                        app, "default", root, rulesFile, text -> text.replace("${env}", "prod"))
                .of(rule);
        return location.uri()
                + (location.line().isPresent() ? ":" + location.line().getAsInt() : "");
    }

    private static BucketPattern pattern(String text) {
        return BucketPattern.parse(text);
    }

    private static BucketRule settings(String pattern) {
        return settings(pattern, Optional.of(true), List.of());
    }

    private static BucketRule settings(
            String pattern, Optional<Boolean> exists, List<SettingRequirement> requirements) {
        return new BucketSettingsRule(
                Buckets.scope(pattern), exists, requirements, Level.ERROR, Optional.empty(), false);
    }

    @Test
    void findsElementOfEachKindOfRule() throws Exception {
        configure(
                app,
                """
                <requiredBuckets>
                  <bucket>app-logs</bucket>
                  <bucket> app-* </bucket>
                </requiredBuckets>
                <forbiddenBuckets>tmp-*</forbiddenBuckets>
                <availableNames><name>new-name</name></availableNames>
                <minBuckets>1</minBuckets>
                <maxBuckets>5</maxBuckets>
                <bucketRules>
                  <rule><bucket>app-logs</bucket><exists>true</exists></rule>
                  <rule>
                    <bucket>app-*</bucket>
                    <versioning>Enabled</versioning>
                  </rule>
                </bucketRules>
                """);
        assertEquals(
                List.of(
                        "a%20b/pom.xml:9",
                        "a%20b/pom.xml:10",
                        "a%20b/pom.xml:12",
                        "a%20b/pom.xml:13",
                        "a%20b/pom.xml:14",
                        "a%20b/pom.xml:15",
                        "a%20b/pom.xml:17",
                        "a%20b/pom.xml:18"),
                List.of(
                        location(new RequiredBucket(pattern("app-logs"))),
                        location(new RequiredBucket(pattern("app-*"))),
                        location(new ForbiddenBucket(pattern("tmp-*"))),
                        location(new AvailableName(pattern("new-name"))),
                        location(new BucketCount(BucketCount.Bound.AT_LEAST, 1)),
                        location(new BucketCount(BucketCount.Bound.AT_MOST, 5)),
                        location(settings("app-logs")),
                        location(settings("app-*", Optional.empty(), List.of(Buckets.versioning("Enabled"))))));
    }

    private static final String SAME_BUCKETS =
            """
            <bucketRules>
              <rule><bucket>*</bucket><versioning>Enabled</versioning></rule>
              <rule><bucket>*</bucket><region>eu-central-1</region></rule>
              <rule>
                <bucket>*</bucket>
                <except><bucket>${env}-logs</bucket></except>
                <versioning>Enabled</versioning>
              </rule>
            </bucketRules>
            """;

    @Test
    void distinguishesRulesAboutTheSameBuckets() throws Exception {
        configure(app, SAME_BUCKETS);
        RuleScope except = new RuleScope(pattern("*"), List.of(pattern("prod-logs")), Optional.empty());
        assertEquals(
                List.of("a%20b/pom.xml:9", "a%20b/pom.xml:10", "a%20b/pom.xml:11"),
                List.of(
                        location(settings("*", Optional.empty(), List.of(Buckets.versioning("Enabled")))),
                        location(settings("*", Optional.empty(), List.of(Buckets.region("eu-central-1")))),
                        location(new BucketSettingsRule(
                                except,
                                Optional.empty(),
                                List.of(Buckets.versioning("Enabled")),
                                Level.ERROR,
                                Optional.empty(),
                                false))));
    }

    @Test
    void givesRulesFileForOtherRulesAboutTheSameBuckets() throws Exception {
        configure(app, SAME_BUCKETS);
        BucketRule suspended = settings("*", Optional.empty(), List.of(Buckets.versioning("Suspended")));
        Optional<File> file = Optional.of(root.resolve("gate/rules.xml").toFile());
        assertEquals("gate/rules.xml", location(suspended, file));
        assertEquals("a%20b/pom.xml:9", location(suspended));
        assertEquals(
                "a%20b/pom.xml:10",
                location(settings("*", Optional.empty(), List.of(Buckets.region("eu-central-1"))), file));
    }

    @Test
    void findsElementInParent() throws Exception {
        configure(parent, "<requiredBuckets><bucket>app-logs</bucket></requiredBuckets>");
        configure(app, "<requiredBuckets combine.children=\"append\"><bucket>web</bucket></requiredBuckets>");
        assertEquals("pom.xml:8", location(new RequiredBucket(pattern("app-logs"))));
        assertEquals("a%20b/pom.xml:8", location(new RequiredBucket(pattern("web"))));
    }

    @Test
    void replacesExpressions() throws Exception {
        configure(
                app,
                """

                <requiredBuckets>
                  <bucket>${unknown}</bucket>
                  <bucket>${env}-logs</bucket>
                </requiredBuckets>
                """);
        assertEquals("a%20b/pom.xml:11", location(new RequiredBucket(pattern("prod-logs"))));
        assertEquals("a%20b/pom.xml:9", location(new RequiredBucket(pattern("app-logs"))));
    }

    @Test
    void givesRulesFileForRulesThatNoPomContains() throws Exception {
        configure(app, "<bucketRules><rule><bucket>app-logs</bucket><exists>true</exists></rule></bucketRules>");
        Optional<File> file = Optional.of(root.resolve("gate/rules.xml").toFile());
        assertEquals("gate/rules.xml", location(settings("web"), file));
        assertEquals("a%20b/pom.xml:8", location(settings("app-logs"), file));
        assertEquals("a%20b/pom.xml:8", location(settings("web")));
    }

    @Test
    void givesPomWithoutLineForRulesOfTheCommandLine() {
        assertEquals("a%20b/pom.xml", location(new RequiredBucket(pattern("app-logs"))));
        app.setFile(null);
        assertEquals("pom.xml", location(new RequiredBucket(pattern("app-logs"))));
    }

    @Test
    void givesPomOfProjectIfParentIsNotInTheRepository() throws Exception {
        configure(parent, "<minBuckets>1</minBuckets>");
        parent.setFile(new File(root.getParent().toFile(), "parent-1.pom"));
        assertEquals("a%20b/pom.xml", location(new BucketCount(BucketCount.Bound.AT_LEAST, 1)));
        parent.setFile(null);
        assertEquals("a%20b/pom.xml", location(new BucketCount(BucketCount.Bound.AT_LEAST, 1)));
    }
}
