package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.iam.TrustPolicy;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustParametersTest {
    private static final RoleChainRequest PLAN = new RoleChainRequest(
            List.of(),
            RoleArn.parse("arn:aws:iam::444455556666:role/ci-deploy"),
            new RoleSessionName("test"),
            Duration.ofHours(1),
            CallerOptions.NONE,
            SessionOptions.NONE);

    private final ConfigurationProblems validation = new ConfigurationProblems();

    /** Each is what Maven hands over for a parameter that is there without a value. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void asksForAnIssuerThatIsMissing(String issuer) {
        assertTrue(trust("circleci", issuer).isEmpty());

        InvalidConfigurationException refused =
                assertThrows(InvalidConfigurationException.class, validation::throwIfAny);
        assertEquals("webIdentityIssuer", refused.problems().get(0).parameter());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void knowsTheIssuerOfGitHub(String issuer) {
        assertTrue(trust("github", issuer).isPresent());
        assertTrue(validation.isEmpty());
    }

    private Optional<TrustPolicy> trust(String webIdentity, String issuer) {
        return new TrustParameters(null, issuer, null)
                .read(PLAN, new BaseCredentialsParameters(null, null, null, webIdentity, null), validation);
    }
}
