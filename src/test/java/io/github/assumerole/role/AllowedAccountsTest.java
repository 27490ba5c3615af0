package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowedAccountsTest {
    private final ConfigurationProblems problems = new ConfigurationProblems();
    private final AllowedAccounts allowed =
            AllowedAccounts.read(problems, List.of("444455556666", "111122223333", "444455556666"));

    @Test
    void allowsAllAccountsWhenNoneIsConfigured() {
        AllowedAccounts.ALL.check("the session", Optional.of("777788889999"));
        AllowedAccounts.ALL.check("the session", Optional.empty());
    }

    @Test
    void allowsConfiguredAccounts() {
        allowed.check("the session", Optional.of("111122223333"));
        allowed.check("the session", Optional.of("444455556666"));
        allowed.check(problems, RoleArn.parse("arn:aws:iam::111122223333:role/ci"));

        assertTrue(problems.isEmpty());
    }

    @Test
    void rejectsRoleOfOtherAccount() {
        allowed.check(problems, RoleArn.parse("arn:aws:iam::777788889999:role/ci"));

        assertEquals(
                "allowedAccountIds: roleArn arn:aws:iam::777788889999:role/ci belongs to account 777788889999; allowed"
                        + " accounts: 111122223333, 444455556666",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }

    @Test
    void rejectsCredentialsOfOtherAccount() {
        assertEquals(
                """
                Rejected the session x: belongs to account 777788889999; allowed accounts: 111122223333, 444455556666.
                What to try:
                  - check which credentials and which role this build uses
                  - if the account is correct, add it to <allowedAccountIds>""",
                rejection(Optional.of("777788889999")));
    }

    @Test
    void rejectsCredentialsOfUnknownAccount() {
        String message = rejection(Optional.empty());

        assertTrue(message.startsWith("Rejected the session x: belongs to an unknown account; allowed"), message);
    }

    @Test
    void rejectsInvalidAccountId() {
        AllowedAccounts.read(problems, List.of("1111"));

        assertEquals(
                "allowedAccountIds: '1111' is not an account ID, expected 12 digits",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }

    private String rejection(Optional<String> accountId) {
        return assertThrows(AwsAccessException.class, () -> allowed.check("the session x", accountId))
                .getMessage();
    }
}
