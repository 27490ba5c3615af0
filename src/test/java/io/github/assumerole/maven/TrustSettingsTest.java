package io.github.assumerole.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.iam.Trust;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RolePlan;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustSettingsTest {
    private static final RolePlan PLAN = new RolePlan(
            List.of(),
            RoleArn.parse("arn:aws:iam::444455556666:role/ci-deploy"),
            new RoleSessionName("test"),
            Duration.ofHours(1),
            CallerOptions.NONE,
            SessionOptions.NONE);

    private final Validation validation = new Validation();

    /** Each is what Maven hands over for a parameter that is there without a value. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void asksForAnIssuerThatIsMissing(String issuer) {
        assertTrue(trust("circleci", issuer).isEmpty());

        InvalidConfiguration refused = assertThrows(InvalidConfiguration.class, validation::finish);
        assertEquals("webIdentityIssuer", refused.problems().get(0).parameter());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void knowsTheIssuerOfGitHub(String issuer) {
        assertTrue(trust("github", issuer).isPresent());
        assertTrue(validation.isClean());
    }

    private Optional<Trust> trust(String webIdentity, String issuer) {
        return new TrustSettings(null, issuer, null)
                .read(PLAN, new OriginSettings(null, null, null, webIdentity, null), validation);
    }
}
