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
    private static final RoleChainRequest REQUEST = new RoleChainRequest(
            List.of(),
            RoleArn.parse("arn:aws:iam::444455556666:role/ci-deploy"),
            new RoleSessionName("test"),
            Duration.ofHours(1),
            CallerOptions.NONE,
            SessionOptions.NONE);

    private final ConfigurationProblems problems = new ConfigurationProblems();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void requiresIssuerOfOtherCiServers(String issuer) {
        assertTrue(trust("circleci", issuer).isEmpty());

        InvalidConfigurationException missing = assertThrows(InvalidConfigurationException.class, problems::throwIfAny);
        assertEquals("webIdentityIssuer", missing.problems().get(0).parameter());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void derivesIssuerOfGitHub(String issuer) {
        assertTrue(trust("github", issuer).isPresent());
        assertTrue(problems.isEmpty());
    }

    private Optional<TrustPolicy> trust(String webIdentity, String issuer) {
        return new TrustParameters(Optional.empty(), Optional.ofNullable(issuer), Optional.empty())
                .read(
                        REQUEST,
                        new WebIdentityParameters(Optional.empty(), Optional.of(webIdentity), Optional.empty()),
                        problems);
    }
}
