package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/** A role's ARN without an account is a mistake, but on a server that stands in for AWS and knows no accounts. */
class RoleWithoutAccountTest extends GoalTest {
    private static final String WITHOUT_ACCOUNT = "arn:aws:iam:::role/ci-deploy";

    RoleWithoutAccountTest() {
        super("assume-role");
    }

    @BeforeEach
    void configureNoEndpoint() {
        build.session().getUserProperties().remove("assume-role.endpointUrl");
        // Nothing of this may reach the real AWS.
        build.offline();
    }

    @AfterEach
    void restoreEnvironment() {
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
    }

    @Test
    void refusesARoleWithoutAccountOnAws(
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = WITHOUT_ACCOUNT)
                    AssumeRoleMojo goal) {
        assertEquals(
                List.of("roleArn: '" + WITHOUT_ACCOUNT + "' has no account ID; that is only valid with a"
                        + " custom STS endpoint; expected 12 digits after iam::"),
                refused(goal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_STS"})
    void acceptsARoleWithoutAccountWithAnEndpointOfTheEnvironment(
            String variable,
            @InjectMojo(goal = "assume-role") @MojoParameter(name = "roleArn", value = WITHOUT_ACCOUNT)
                    AssumeRoleMojo goal) {
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(
                variable, aws.endpoint().toString());

        assertTrue(refused(goal).get(0).startsWith("Cannot run assume-role: Maven is offline"));
    }
}
