package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.assumerole.build.ScriptedPrompter;
import io.github.assumerole.fuzz.AnyJson;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.maven.lifecycle.internal.MojoDescriptorCreator;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * With any configuration, a goal succeeds or throws one of Maven's two exceptions, for which Maven prints no stack
 * trace. The build is offline, so that no goal gets further than its configuration.
 */
class ParametersPropertyTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/ci-deploy";

    /** Each is valid for at least one parameter. */
    private static final String[] WORDS =
            """
            %s
            ci-deploy team/ci build-7 3600 900 0 -1 true false 111122223333 {"Statement":[]}
            arn:aws:iam::aws:policy/ReadOnlyAccess arn:aws:iam::111122223333:mfa/bob Project aws. AWS_MFA_CODE none
            projectProperties credentialsFile settingsServer aws-session eu-central-1 http://127.0.0.1:9
            https://user:pass@s3.example.com http://s3.example.com http://[::1]:9 github env:TOKEN auto in-ireland
            app-logs app-* * app- list head json table junit terraform region tags policy.json rules.xml nowhere
            ../rules.xml Enabled AES256 a=b a,b , gitlab.com repo:acme/shop:*
            """
                    .formatted(ROLE)
                    .split("\\s+");

    private final Map<String, MojoExecution> executions = Map.of(
            "assume-role", Build.bound("assume-role"),
            "list-buckets", Build.bound("list-buckets"),
            "init-rules", Build.bound("init-rules"),
            "iam-policy", Build.bound("iam-policy"),
            "check-leaks", Build.onCommandLine("check-leaks"));
    private Path directory;

    @BeforeProperty
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("app");
        Files.writeString(directory.resolve("policy.json"), "{\"Statement\":[]}");
        Files.writeString(
                directory.resolve("rules.xml"), "<bucketRules><rule><bucket>app-logs</bucket></rule></bucketRules>");
    }

    @AfterProperty
    void removeDirectory() throws IOException {
        Files.delete(directory.resolve("policy.json"));
        Files.delete(directory.resolve("rules.xml"));
        Files.delete(directory);
    }

    /** A parameter, by its index among those of the goal, with the texts of its elements, or its own. */
    record Setting(int parameter, boolean onCommandLine, List<String> texts) {}

    @Property(seed = ParserContract.SEED)
    void assumeRoleFailsWithMessage(@ForAll("configurations") List<Setting> settings) {
        assertFalse(run("assume-role", settings), "the goal succeeded offline");
    }

    @Property(seed = ParserContract.SEED)
    void listBucketsFailsWithMessage(@ForAll("configurations") List<Setting> settings) {
        assertFalse(run("list-buckets", settings), "the goal succeeded offline");
    }

    @Property(seed = ParserContract.SEED)
    void initRulesFailsWithMessage(@ForAll("configurations") List<Setting> settings) {
        assertFalse(run("init-rules", settings), "the goal succeeded offline");
    }

    @Property(seed = ParserContract.SEED)
    void iamPolicySucceedsOrFailsWithMessage(@ForAll("configurations") List<Setting> settings) {
        run("iam-policy", settings);
    }

    @Property(seed = ParserContract.SEED)
    void checkLeaksSucceedsOrFailsWithMessage(@ForAll("configurations") List<Setting> settings) {
        run("check-leaks", settings);
    }

    /** Whether the goal succeeded; any exception but Maven's two fails the test. */
    private boolean run(String goal, List<Setting> settings) {
        MavenProject project = Build.project("app");
        project.setFile(directory.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(directory.resolve("target").toString());
        Build build = new Build(project).offline();
        RecordingLog log = new RecordingLog();
        MojoExecution execution = executions.get(goal);
        execution.setConfiguration(MojoDescriptorCreator.convert(execution.getMojoDescriptor()));
        if (settings.size() > 1) {
            build.define("assume-role.roleArn", ROLE);
        }
        settings.forEach(setting -> set(setting, execution, build));
        AbstractMojo mojo;
        try {
            mojo = new GoalFactory(directory, new ScriptedPrompter(), log).create(build.session(), execution);
        } catch (ComponentConfigurationException | StackOverflowError rejectedByMaven) {
            return false; // Maven resolves variables recursively, also those without end.
        }
        try {
            mojo.execute();
            return true;
        } catch (MojoExecutionException | MojoFailureException failure) {
            failure.getMessage().lines().forEach(ParserContract::assertOneLine);
            return false;
        } finally {
            log.lines().stream().filter(line -> !line.endsWith("] ")).forEach(ParserContract::assertOneLine);
        }
    }

    private static void set(Setting setting, MojoExecution execution, Build build) {
        List<Parameter> all = execution.getMojoDescriptor().getParameters().stream()
                .filter(parameter -> isHarmless(parameter.getName()))
                .toList();
        Parameter parameter = all.get(setting.parameter % all.size());
        List<String> texts = setting.texts.stream()
                .map(text -> convertible(text, parameter.getType()))
                .toList();
        if (setting.onCommandLine) {
            boolean several = parameter.getType().equals("java.util.List");
            build.define("assume-role." + parameter.getName(), several ? String.join(",", texts) : texts.get(0));
            return;
        }
        Xpp3Dom element = GoalFactory.element(execution, parameter.getName());
        switch (parameter.getType()) {
            case "java.util.List" ->
                texts.forEach(text -> element.addChild(
                        parameter.getName().equals("bucketRules") ? rule(text) : element("element", text)));
            case "java.util.Map" -> texts.forEach(text -> element.addChild(element("tag" + text.length(), text)));
            default -> element.setValue(texts.get(0));
        }
    }

    /** Maven itself rejects other values before the goal runs. */
    private static String convertible(String text, String type) {
        return switch (type) {
            case "int", "java.lang.Integer" -> String.valueOf(text.hashCode() % 5_000);
            case "boolean" -> String.valueOf(text.length() % 2 == 0);
            default -> text;
        };
    }

    /** A skipped goal tests nothing, and goal iam-policy would write any file. */
    private static boolean isHarmless(String parameter) {
        return !parameter.startsWith("skip") && !parameter.equals("outputFile");
    }

    private static Xpp3Dom rule(String text) {
        Xpp3Dom rule = new Xpp3Dom("rule");
        List.of("bucket", "exists", "versioning", "encryption", "level", "message")
                .subList(0, 1 + text.length() % 6)
                .forEach(name -> rule.addChild(element(name, text)));
        return rule;
    }

    private static Xpp3Dom element(String name, String text) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(text);
        return element;
    }

    @Provide
    Arbitrary<List<Setting>> configurations() {
        Arbitrary<String> texts = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(WORDS)),
                Tuple.of(3, AnyText.near(Arbitraries.of(WORDS), WORDS)),
                Tuple.of(1, AnyJson.objects()),
                Tuple.of(1, AnyText.of(WORDS)));
        Arbitrary<Setting> setting = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of(true, false),
                        texts.list().ofMinSize(1).ofMaxSize(3))
                .as(Setting::new);
        return setting.list().ofMinSize(1).ofMaxSize(6);
    }
}
