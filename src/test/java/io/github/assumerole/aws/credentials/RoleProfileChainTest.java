package io.github.assumerole.aws.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.profiles.ProfileFile;

class RoleProfileChainTest {
    private static final RoleSessionName FALLBACK = new RoleSessionName("maven-shop");
    private static final String ROLE = "role_arn = arn:aws:iam::111122223333:role/";

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
                        """
                        [profile c]
                        role_arn = arn:aws:iam::111122223333:role/c
                        source_profile = b
                        [profile b]
                        role_arn = arn:aws:iam::111122223333:role/b
                        source_profile = a
                        [profile a]
                        role_arn = arn:aws:iam::111122223333:role/a
                        source_profile = keys
                        [profile keys]
                        aws_access_key_id = x
                        """,
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
                ROLE + "x\nweb_identity_token_file = /token",
                ROLE + "x\nsource_profile = a\nweb_identity_token_file = /token",
                ROLE + "x\nsource_profile = a\nsso_start_url = https://example.invalid"
            })
    void leavesOtherProfilesToSdk(String lines) {
        assertEquals(Optional.empty(), chain("[profile ci]\n" + lines + "\n", "ci"));
    }

    @Test
    void leavesMissingProfileToSdk() {
        assertEquals(Optional.empty(), chain("[profile ci]\nregion = x\n", "atlantis"));
    }

    @Test
    void rejectsCircularChain() {
        String message = refusal(
                """
                [profile a]
                role_arn = arn:aws:iam::111122223333:role/a
                source_profile = b
                [profile b]
                role_arn = arn:aws:iam::111122223333:role/b
                source_profile = c
                [profile c]
                role_arn = arn:aws:iam::111122223333:role/c
                source_profile = b
                """,
                "a");

        assertTrue(message.startsWith("profile: circular source_profile chain: "), message);
        assertTrue(message.contains(": a -> b -> c -> b; "), message);
    }

    @Test
    void rejectsProfileAsItsOwnSource() {
        assertTrue(
                refusal("[profile a]\n" + ROLE + "a\nsource_profile = a\n", "a").contains(": a -> a; "));
    }

    @Test
    void namesMissingSourceProfile() {
        assertEquals(
                "profile: profile ci has source_profile atlantis, which is in neither ~/.aws/config nor"
                        + " ~/.aws/credentials",
                refusal("[profile ci]\n" + ROLE + "x\nsource_profile = atlantis\n", "ci"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration_seconds = 60 | profile ci, duration_seconds: '60' is not a number of seconds from 900 to"
                        + " 43200",
                "duration_seconds = 1h | profile ci, duration_seconds: '1h' is not a number of seconds from 900 to"
                        + " 43200",
                "duration_seconds =    | profile ci, duration_seconds: is empty; set a value or remove the line",
                "external_id = a b     | profile ci, external_id: ",
                "role_session_name = x | profile ci, role_session_name: 'x' has 1 characters",
                "mfa_serial = bob      | profile ci, mfa_serial: 'bob' is not the serial number of an MFA device",
                "region =              | profile ci, region: is empty; set a value or remove the line"
            })
    void namesInvalidLine(String line, String message) {
        String actual = refusal("[profile ci]\n" + ROLE + "x\nsource_profile = b\n" + line + "\n[profile b]\n", "ci");

        assertTrue(actual.startsWith(message), actual);
    }

    @Test
    void acceptsThreeCredentialSources() {
        assertEquals(
                "profile ci, credential_source: 'Lambda' is not one of Environment,"
                        + " Ec2InstanceMetadata, EcsContainer",
                refusal("[profile ci]\n" + ROLE + "x\ncredential_source = Lambda\n", "ci"));
    }

    @Test
    void rejectsTwoSources() {
        assertEquals(
                "profile ci, source_profile: is set, and credential_source as well; keep one of them",
                refusal("[profile ci]\n" + ROLE + "x\nsource_profile = b\ncredential_source = Environment\n", "ci"));
    }

    @Test
    void reportsAllProblemsAtOnce() {
        String message = refusal(
                "[profile ci]\nrole_arn = x\nsource_profile = b\nduration_seconds = 1\nexternal_id = ?\n", "ci");

        assertEquals(3, message.lines().count(), message);
    }

    private static String refusal(String config, String name) {
        return assertThrows(InvalidConfigurationException.class, () -> chain(config, name))
                .getMessage();
    }

    private static Optional<RoleProfileChain> chain(String config, String name) {
        ProfileFile file = ProfileFile.builder()
                .content(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
        return RoleProfileChain.of(file, name, FALLBACK);
    }
}
