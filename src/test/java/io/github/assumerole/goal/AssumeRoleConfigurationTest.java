package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What assume-role refuses before it calls anybody, and in which words. */
class AssumeRoleConfigurationTest extends GoalTest {
    AssumeRoleConfigurationTest() {
        super("assume-role");
    }

    @Test
    void tellsAllProblemsAtOnceEachAfterItsParameter(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = "arn:aws:iam::4444:role/ci-deploy")
                    @MojoParameter(name = "roleSessionName", value = "release 1.4")
                    @MojoParameter(name = "durationSeconds", value = "60")
                    @MojoParameter(name = "externalId", value = "x")
                    @MojoParameter(name = "policy", value = "[]")
                    @MojoParameter(name = "policyArns", value = "AdministratorAccess")
                    @MojoParameter(name = "sourceRoles", value = "role/ci-runner")
                    @MojoParameter(name = "sourceIdentity", value = "aws:bob")
                    @MojoParameter(name = "transitiveTagKeys", value = "Project")
                    @MojoParameter(name = "mfaSerial", value = "bob")
                    @MojoParameter(name = "mfaTokenEnv", value = "123456")
                    @MojoParameter(name = "allowedAccountIds", value = "build")
                    @MojoParameter(name = "webIdentityAudience", value = "me")
                    @MojoParameter(name = "exportTo", value = "stdout")
                    @MojoParameter(name = "region", value = "Frankfurt")
                    @MojoParameter(name = "endpointUrl", value = "localhost:4566")
                    @MojoParameter(name = "stsEndpointUrl", value = "ftp://localhost")
                    @MojoParameter(name = "connectTimeoutSeconds", value = "0")
                    @MojoParameter(name = "callTimeoutSeconds", value = "901")
                    @MojoParameter(name = "maxAttempts", value = "0")
                    @MojoParameter(name = "propertyPrefix", value = "my aws.")
                    AssumeRoleMojo goal) {
        build.define("aws.secretAccessKey", "stale").offline();

        List<String> parameters =
                refused(goal).stream().map(line -> line.split(": ")[0]).toList();

        assertEquals(
                List.of(
                        "mfaTokenEnv",
                        "endpointUrl",
                        "stsEndpointUrl",
                        "allowedAccountIds",
                        "roleArn",
                        "sourceRoles",
                        "roleSessionName",
                        "durationSeconds",
                        "externalId",
                        "policy",
                        "policyArns",
                        "transitiveTagKeys",
                        "sourceIdentity",
                        "mfaSerial",
                        "webIdentityAudience",
                        "region",
                        "connectTimeoutSeconds",
                        "callTimeoutSeconds",
                        "maxAttempts",
                        "propertyPrefix",
                        "exportTo"),
                parameters);
    }

    @Test
    void tellsATakenNameTogetherWithTheRest(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "durationSeconds", value = "60")
                    AssumeRoleMojo goal) {
        build.define("aws.secretAccessKey", "stale");

        assertEquals(
                List.of(
                        "roleArn: is missing; set <roleArn>, or"
                                + " -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>",
                        "durationSeconds: 60 is too small, expected 900 to 43200",
                        "propertyPrefix: aws.secretAccessKey is already defined by -Daws.secretAccessKey (on the command"
                                + " line, in MAVEN_ARGS or .mvn/maven.config), which would hide the value published to"
                                + " app; remove that definition, or set another <propertyPrefix>"),
                refused(goal));
    }

    @Test
    void readsAPolicyFileRelativeToTheProject(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    @MojoParameter(name = "policyFile", value = "narrow.json")
                    AssumeRoleMojo goal)
            throws Exception {
        Files.writeString(
                directory.toPath().resolve("narrow.json"),
                """
                {"Statement": {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}}
                """);

        goal.execute();

        assertEquals(
                """
                {"Statement":{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}}""",
                aws.calls("AssumeRole").get(0).parameters().get("Policy"));
    }

    @Test
    void refusesAPolicyFileTogetherWithAPolicy(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    @MojoParameter(name = "policy", value = "{}")
                    @MojoParameter(name = "policyFile", value = "nowhere.json")
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of(
                        "policyFile: is set, and policy as well; keep one of them",
                        "policyFile: cannot read " + new File(directory, "nowhere.json") + ": there is no such file"),
                refused(goal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile",
                "serverId",
                "webIdentity",
                "webIdentityTokenFile",
                "endpointUrl",
                "stsEndpointUrl",
                "sourceRoles",
                "externalId",
                "policy",
                "policyFile",
                "policyArns",
                "sourceIdentity",
                "mfaSerial",
                "allowedAccountIds",
                "exportTo",
                "receiptFile"
            })
    void refusesWhatIsSetToNothing(
            String name,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    AssumeRoleMojo goal) {
        parameter(name, "");

        assertEquals(List.of(name + ": assume-role." + name + " is empty; set a value or remove it"), refused(goal));
    }
}
