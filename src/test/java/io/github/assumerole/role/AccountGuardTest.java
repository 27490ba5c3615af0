package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountGuardTest {
    private final AccountGuard guard = guard("111122223333", "444455556666");

    @Test
    void letsAnyAccountPassWhenNoneIsConfigured() {
        guard().check("the session", Optional.of("777788889999"));
        guard().check("the session", Optional.empty());
    }

    @Test
    void letsTheAllowedAccountsPass() {
        guard.check("the session", Optional.of("111122223333"));
        guard.check("the session", Optional.of("444455556666"));
        Validation validation = new Validation();
        guard.check(validation, RoleArn.parse("arn:aws:iam::111122223333:role/ci"));
        assertTrue(validation.isClean());
    }

    @Test
    void refusesARoleOfAnotherAccountBeforeTheCall() {
        Validation validation = new Validation();

        guard.check(validation, RoleArn.parse("arn:aws:iam::777788889999:role/ci"));

        assertEquals(
                "allowedAccountIds: roleArn arn:aws:iam::777788889999:role/ci lies in account 777788889999, but allowed is"
                        + " 111122223333, 444455556666",
                assertThrows(InvalidConfiguration.class, validation::finish).getMessage());
    }

    @Test
    void refusesCredentialsOfAnotherAccount() {
        AccessFailed failure =
                assertThrows(AccessFailed.class, () -> guard.check("the session x", Optional.of("777788889999")));

        assertEquals("Refused to use the session x", failure.attempted());
        assertTrue(failure.cameBack().startsWith("it belongs to account 777788889999, but"), failure.cameBack());
    }

    @Test
    void refusesCredentialsOfWhichNobodyKnowsTheAccount() {
        AccessFailed failure = assertThrows(AccessFailed.class, () -> guard.check("the session x", Optional.empty()));

        assertTrue(failure.cameBack().contains("an account that is not known"), failure.cameBack());
    }

    @Test
    void refusesWhatIsNoAccount() {
        assertEquals(
                "allowedAccountIds: '1111' is not an account, expected 12 digits",
                assertThrows(InvalidConfiguration.class, () -> guard("1111")).getMessage());
    }

    private static AccountGuard guard(String... accounts) {
        Validation validation = new Validation();
        AccountGuard guard = AccountGuard.read(validation, List.of(accounts));
        validation.finish();
        return guard;
    }
}
