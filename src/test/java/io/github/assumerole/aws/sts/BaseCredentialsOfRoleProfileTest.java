package io.github.assumerole.aws.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.Profiles;
import io.github.assumerole.aws.RequestBuilder;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Call;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** A role profile with the base credentials, named by a parameter or by the environment. */
class BaseCredentialsOfRoleProfileTest {
    private static final String RUNNER = "arn:aws:iam::111122223333:role/careful-runner";
    private static final String MAY_ASSUME =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}}";
    private static final String CONFIG =
            """
            [profile runner]
            role_arn = %s
            source_profile = bob
            duration_seconds = 1800
            mfa_serial = %s
            [profile broken]
            role_arn = x
            source_profile = bob
            """
                    .formatted(RUNNER, StandardWorld.BOB_MFA_SERIAL);

    private final AwsScenario scene = new AwsScenario(World.standard()
                    .account(
                            StandardWorld.BUILD_ACCOUNT,
                            account -> account.role("careful-runner", role -> role.trusts(StandardWorld.BOB_ARN)
                                    .requiresMfa()
                                    .permissions(MAY_ASSUME)))
                    .account(StandardWorld.TARGET_ACCOUNT, account -> account.role("next", role -> role.trusts(RUNNER)))
                    .build())
            .withoutCredentials()
            .mfaCode(StandardWorld.BOB_MFA_CODE);

    private static final String NEXT = "arn:aws:iam::444455556666:role/next";

    @TempDir
    private Path dir;

    @BeforeEach
    void writeProfiles() throws IOException {
        Profiles.use(dir, CONFIG);
    }

    @AfterEach
    void close() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        scene.close();
    }

    static Stream<Named<Consumer<AwsScenario>>> names() {
        return Stream.of(
                Named.of("the parameter", scene -> scene.profile("runner")),
                Named.of("the system property", scene -> System.setProperty("aws.profile", "runner")),
                Named.of(
                        "the environment variable",
                        scene -> SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(
                                "AWS_PROFILE", "runner")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void sendsDurationAndMfaDevice(Consumer<AwsScenario> name) {
        name.accept(scene);

        SessionCredentials session = scene.assume(NEXT);

        Call first = calls().get(0);
        assertEquals(RUNNER, first.parameters().get("RoleArn"));
        assertEquals("1800", first.parameters().get("DurationSeconds"));
        assertEquals(StandardWorld.BOB_MFA_SERIAL, first.parameters().get("SerialNumber"));
        assertTrue(calls().get(1).callerArn().contains(":assumed-role/careful-runner/"));
        assertEquals("arn:aws:sts::444455556666:assumed-role/next/test", session.assumedRoleArn());
        assertTrue(
                List.of("the profile runner", "the shared config and credentials files")
                        .contains(session.evidence().source()),
                session.evidence().source());
    }

    /** Whatever the request and the session name: an MFA code is valid for one call only. */
    @Test
    void assumesRoleOncePerBuild() {
        scene.profile("runner");

        scene.assume(NEXT);
        scene.assume(RequestBuilder.to(NEXT).named("another").build());
        scene.open().caller();

        assertEquals(
                List.of(RUNNER, NEXT, NEXT),
                calls().stream().map(call -> call.parameters().get("RoleArn")).toList());
        assertEquals(List.of("code of " + StandardWorld.BOB_MFA_SERIAL), scene.log);
        assertTrue(scene.aws.calls("GetCallerIdentity").get(0).callerArn().contains("careful-runner"));
    }

    @Test
    void renewsSessionBeforeItExpires() {
        scene.profile("runner").assume(NEXT);

        scene.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(24))).assume(NEXT);
        assertEquals(3, calls().size());

        scene.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(26))).assume(NEXT);
        assertEquals(5, calls().size());
        assertEquals(RUNNER, calls().get(3).parameters().get("RoleArn"));
    }

    @Test
    void cachesDenialForBuild() {
        scene.profile("runner").mfaCode("000000");
        AwsAccessException first = scene.failure(NEXT);

        assertEquals(first.getMessage(), scene.failure(NEXT).getMessage());
        assertTrue(first.attempted().startsWith("Cannot use the profile runner: cannot assume " + RUNNER));
        assertEquals(1, calls().size());
    }

    @Test
    void reportsInvalidProfileWithoutFallback() {
        System.setProperty("aws.profile", "broken");

        InvalidConfigurationException wrong =
                assertThrows(InvalidConfigurationException.class, () -> scene.assume(NEXT));

        assertTrue(
                wrong.getMessage().startsWith(dir.resolve("config") + ", line 7, profile broken, role_arn: "),
                wrong.getMessage());
        assertTrue(scene.aws.calls().isEmpty());
    }

    private List<Call> calls() {
        return scene.aws.calls("AssumeRole");
    }
}
