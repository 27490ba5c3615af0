package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;

/** The endpoint of a profile is a custom endpoint to everything that asks. */
@RestoreSystemProperties
class ProfileEndpointTest extends GoalTest {
    ProfileEndpointTest() {
        super("assume-role");
        noParameter("endpointUrl");
        parameter("profile", "local");
    }

    @BeforeEach
    void configureProfile() throws Exception {
        String profile =
                """
                [profile local]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                services = test

                [services test]
                sts =
                  endpoint_url = %s
                s3 =
                  endpoint_url = http://s3.example.com
                """
                        .formatted(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, aws.endpoint());
        System.setProperty(
                "aws.configFile",
                Files.writeString(directory.toPath().resolve("config"), profile).toString());
    }

    @Test
    void callsTheEndpointOfTheProfileAndWarnsOnce(
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "roleArn", value = StandardWorld.CI_DEPLOY)
                    @MojoParameter(name = "policyArns", value = StandardWorld.S3_READ_ONLY_POLICY)
                    AssumeRoleMojo goal)
            throws Exception {
        goal.execute();
        goal.execute();

        assertEquals(1, aws.calls("AssumeRole").size());
        assertEquals(
                List.of(
                        "[WARNING] Endpoint http://s3.example.com uses plain HTTP: credentials are sent and received"
                                + " unencrypted. Use HTTPS.",
                        "[WARNING] policyArns: S3-compatible servers such as Ceph RGW may silently ignore managed session"
                                + " policies, which leaves the session over-privileged. Use <policy>."),
                log.lines().stream()
                        .filter(line -> line.startsWith("[WARNING]"))
                        .toList());
    }

    @Test
    void acceptsARoleWithoutAccount(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = "arn:aws:iam:::role/ci-deploy")
                    AssumeRoleMojo goal) {
        build.offline();

        assertEquals(
                "Cannot run assume-role: Maven is offline", refused(goal).get(0).replaceFirst("(offline).*", "$1"));
    }
}
