package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.Profiles;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RestoreSystemProperties
class RoleProfileChainTest {
    private static final RoleSessionName FALLBACK = new RoleSessionName("maven-shop");
    private static final String ROLE = "role_arn = arn:aws:iam::111122223333:role/";
    private static final String WITH_SOURCE = "[profile %s]\n" + ROLE + "x\nsource_profile = %s\n";

    @TempDir
    private Path dir;

    @Test
    void readsAllLines() {
        RoleProfile hop = chain(
                        """
                        [profile ci]
                        role_arn = arn:aws:iam::111122223333:role/team/ci
                        source_profile = base
                        role_session_name = by-profile
                        external_id = Tenant:42
                        duration_seconds = 7200
                        mfa_serial = arn:aws:iam::111122223333:mfa/bob
                        region = eu-west-1
                        [profile base]
                        aws_access_key_id = x
                        """,
                        "ci")
                .orElseThrow()
                .last();

        assertEquals("ci", hop.name());
        assertEquals(
                "arn:aws:iam::111122223333:role/team/ci", hop.request().role().toString());
        assertEquals("by-profile", hop.request().sessionName().toString());
        assertEquals(
                "Tenant:42", hop.request().session().externalId().orElseThrow().toString());
        assertEquals(Duration.ofHours(2), hop.request().duration());
        assertEquals(
                Optional.of("arn:aws:iam::111122223333:mfa/bob"),
                hop.request().caller().mfa().map(MfaSerial::value));
        assertEquals(Optional.of("eu-west-1"), hop.region());
        assertEquals(Optional.of("base"), hop.sourceProfile());
        assertEquals(Optional.empty(), hop.credentialSource());
    }

    @Test
    void leavesMissingLinesEmpty() {
        RoleProfile hop = chain("[profile ci]\n" + ROLE + "x\ncredential_source = Environment\n", "ci")
                .orElseThrow()
                .last();

        assertEquals(FALLBACK, hop.request().sessionName());
        assertEquals(Duration.ofHours(1), hop.request().duration());
        assertEquals(Optional.empty(), hop.request().session().externalId());
        assertEquals(Optional.empty(), hop.request().caller().mfa());
        assertEquals(Optional.of(CredentialSource.ENVIRONMENT), hop.credentialSource());
    }

    @Test
    void startsWithRoleNearestToKeys() {
        RoleProfileChain chain = chain(
                        WITH_SOURCE.formatted("c", "b") + WITH_SOURCE.formatted("b", "a")
                                + WITH_SOURCE.formatted("a", "keys") + "[profile keys]\naws_access_key_id = x\n",
                        "c")
                .orElseThrow();

        assertEquals(
                List.of("a", "b", "c"),
                chain.hops().stream().map(RoleProfile::name).toList());
        assertEquals("c", chain.last().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_access_key_id = x",
                "credential_process = true",
                "login_session = arn:aws:iam::111122223333:user/bob",
                "sso_session = corp",
                ROLE + "x",
                ROLE + "x\nsource_profile = a\nsso_start_url = https://example.invalid"
            })
    void leavesOtherProfilesToSdk(String lines) {
        assertEquals(Optional.empty(), chain("[profile ci]\n" + lines + "\n", "ci"));
        assertEquals(Optional.empty(), chain("[profile ci]\n" + lines + "\n", "atlantis"));
    }

    @Test
    void rejectsCircularChain() {
        assertEquals(
                "CONFIG, line 6, profile b, source_profile: circular source_profile chain: a -> b -> c -> b; the last source_profile must have its own"
                        + " credentials",
                failure(
                        WITH_SOURCE.formatted("a", "b")
                                + WITH_SOURCE.formatted("b", "c")
                                + WITH_SOURCE.formatted("c", "b"),
                        "a"));
        assertTrue(failure(WITH_SOURCE.formatted("a", "a"), "a").contains(": a -> a; "));
    }

    /** As in the AWS CLI, whether the profile is the requested one or a source. */
    @Test
    void startsWithOwnKeysOfProfile() {
        String own = WITH_SOURCE.formatted("a", "a") + "aws_access_key_id = x\n";

        assertEquals(List.of("a"), names(chain(own, "a")));
        assertEquals(List.of("a", "b"), names(chain(own + WITH_SOURCE.formatted("b", "a"), "b")));
    }

    private static List<String> names(Optional<RoleProfileChain> chain) {
        return chain.orElseThrow().hops().stream().map(RoleProfile::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration_seconds = 60 | CONFIG, line 4, profile ci, duration_seconds: '60' is not a number of seconds from 900 to"
                        + " 43200",
                "duration_seconds = 1h | CONFIG, line 4, profile ci, duration_seconds: '1h' is not a number of seconds from 900 to"
                        + " 43200",
                "duration_seconds =    | CONFIG, line 4, profile ci, duration_seconds: is empty; set a value or remove the line",
                "external_id = a b     | CONFIG, line 4, profile ci, external_id: ",
                "role_session_name = x | CONFIG, line 4, profile ci, role_session_name: 'x' has 1 characters",
                "mfa_serial = bob      | CONFIG, line 4, profile ci, mfa_serial: 'bob' is not the serial number of an MFA device",
                "region =              | CONFIG, line 4, profile ci, region: is empty; set a value or remove the line"
            })
    void namesInvalidLine(String line, String message) {
        String actual = failure("[profile ci]\n" + ROLE + "x\nsource_profile = b\n" + line + "\n[profile b]\n", "ci");

        assertTrue(actual.startsWith(message), actual);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            credential_source = Lambda | CONFIG, line 3, profile ci, credential_source: 'Lambda' is not one of Environment, Ec2InstanceMetadata, EcsContainer
            source_profile = b\\ncredential_source = Environment | CONFIG, line 3, profile ci, source_profile: is set, and credential_source as well; keep one of them
            source_profile = atlantis | CONFIG, line 3, profile ci, source_profile: the profile atlantis is neither in CREDENTIALS nor in CONFIG
            """)
    void rejectsInvalidSource(String lines, String message) {
        String actual = failure("[profile ci]\n" + ROLE + "x\n" + lines.replace("\\n", "\n") + "\n", "ci");

        assertEquals(message, actual);
    }

    @Test
    void rejectsMfaOfSession() {
        String device = "mfa_serial = arn:aws:iam::111122223333:mfa/bob\n";
        String first = "[profile first]\n" + ROLE + "y\nsource_profile = keys\n";
        String last = "[profile last]\n" + ROLE + "x\nsource_profile = first\n";
        String keys = "[profile keys]\naws_access_key_id = a\naws_secret_access_key = b\n";

        assertEquals(
                "CONFIG, line 4, profile last, mfa_serial: is set, but its source_profile first is a role, and the session"
                        + " of a role has no MFA device; move mfa_serial to the profile first, whose role is assumed"
                        + " first, or remove it",
                failure(last + device + first + keys, "last"));
        assertTrue(chain(last + first + device + keys, "last").isPresent());
    }

    @Test
    void reportsAllProblemsAtOnce() {
        String message = failure(
                "[profile ci]\nrole_arn = x\nsource_profile = b\nduration_seconds = 1\nexternal_id = ?\n", "ci");

        assertEquals(3, message.lines().count(), message);
    }

    private String failure(String config, String name) {
        return assertThrows(InvalidConfigurationException.class, () -> chain(config, name))
                .getMessage()
                .replace(dir.resolve("config").toString(), "CONFIG")
                .replace(dir.resolve("credentials").toString(), "CREDENTIALS");
    }

    private Optional<RoleProfileChain> chain(String config, String name) {
        try {
            return RoleProfileChain.of(Profiles.use(dir, config), name, FALLBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
