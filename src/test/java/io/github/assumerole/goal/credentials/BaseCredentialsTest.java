package io.github.assumerole.goal.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.build.SettingsSecurity;
import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.RestoreSystemProperties;

class BaseCredentialsTest extends GoalTest {
    @BeforeEach
    void configureRole() {
        noParameter("profile");
        parameter("region", "eu-west-1");
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        build.server("aws-bob", StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, null);
    }

    @Test
    void usesServerOfSettings() throws Exception {
        assumeRole("serverId=aws-bob").execute();

        assertEquals(List.of(StandardWorld.BOB_ARN), callers());
        assertLoggedNoSecret();
    }

    /** Such as a stale AWS_SESSION_TOKEN: AWS then says that the token is invalid, or that it has expired. */
    @Test
    void saysThatASessionTokenBelongsToOtherCredentials() {
        build.server("stale", StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET, "c3RhbGU=");
        String advice =
                "  - the access key ID from the server stale of settings.xml is long-lived (AKIA...), but it was"
                        + " sent with a session token, which belongs to other credentials: remove that token (AWS_SESSION_TOKEN,"
                        + " aws_session_token of the profile, or the passphrase of the server)";

        List<String> denied = failed(assumeRole("serverId=stale"));
        assertTrue(denied.get(0).contains("STS answered InvalidClientTokenId"), denied::toString);
        assertEquals(advice, denied.get(denied.size() - 1));

        List<String> unnamed = failed(assumeRole("serverId=stale", "roleArn=ci-deploy"));
        assertTrue(unnamed.contains(advice), unnamed::toString);

        noParameter("roleArn");
        List<String> unlisted = failed(listBuckets("serverId=stale", "allowDefaultCredentials=true", "minBuckets=1"));
        assertTrue(unlisted.get(0).contains("S3 answered InvalidToken"), unlisted::toString);
        assertEquals(advice, unlisted.get(unlisted.size() - 1));

        aws.fault(
                "AssumeRole",
                Fault.error(403, "ExpiredToken", "The security token included in the request is expired"));
        List<String> expired = failed(assumeRole("serverId=stale", "roleArn=" + StandardWorld.SHORT));
        assertTrue(expired.get(0).contains("STS answered ExpiredToken"), expired::toString);
        assertEquals(advice, expired.get(expired.size() - 1));
    }

    @Test
    @RestoreSystemProperties
    void usesEndpointsOfProfileAndWarnsOnce() throws Exception {
        noParameter("endpointUrl");
        String config =
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
                Files.writeString(directory.toPath().resolve("config"), config).toString());
        Mojo goal = assumeRole("profile=local", "policyArns=" + StandardWorld.S3_READ_ONLY_POLICY);

        goal.execute();
        goal.execute();

        assertEquals(1, assumed());
        assertEquals(
                List.of(
                        "[WARNING] Endpoint http://s3.example.com uses plain HTTP: credentials are sent and received"
                                + " unencrypted. Use HTTPS.",
                        "[WARNING] policyArns: S3-compatible servers such as Ceph RGW may silently ignore managed session"
                                + " policies, which leaves the session over-privileged. Use <policy>."),
                warnings());

        build.offline();
        assertEquals(
                "Cannot run assume-role: Maven is offline",
                rejected(assumeRole("profile=local", "roleArn=arn:aws:iam:::role/ci-deploy"))
                        .get(0)
                        .replaceFirst("(offline).*", "$1"));
    }

    @Test
    void rejectsUnknownServer() {
        assertEquals(
                List.of("serverId: settings.xml has no <server> with the ID 'aws-alice'; it has aws-bob"),
                rejected(assumeRole("serverId=aws-alice")));
    }

    @Test
    void rejectsPasswordThatCannotBeDecrypted() {
        build.server("encrypted", StandardWorld.BOB_KEY_ID, SettingsSecurity.encrypted("secret"), null);

        String message = rejected(assumeRole("serverId=encrypted")).get(0);

        assertTrue(
                message.startsWith("serverId: the server 'encrypted' of settings.xml cannot be decrypted: "), message);
    }

    @Test
    void rejectsSeveralSources() {
        assertEquals(
                List.of(
                        "profile: is set, and so is serverId and webIdentityTokenFile and webIdentity; set only one source"
                                + " of base credentials"),
                rejected(assumeRole(
                        "profile=in-ireland", "serverId=aws-bob", "webIdentityTokenFile=token", "webIdentity=auto")));
    }

    @Test
    void rejectsExportToServerOfBaseCredentials() {
        assertEquals(
                List.of("exportServerId: server 'aws-bob' provides the base credentials (serverId), and the next goal"
                        + " would use this session instead; set the id of another server"),
                rejected(assumeRole("serverId=aws-bob", "exportTo=settingsServer", "exportServerId=aws-bob")));
    }
}
