package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "deployer, arn:aws:iam::111122223333:user/bob, 111122223333, arn:aws:iam::111122223333:role/deployer",
        "ci/deployer, arn:aws:sts::111122223333:assumed-role/runner/me, 111122223333, arn:aws:iam::111122223333:role/ci/deployer",
        "deployer, arn:aws-cn:iam::222233334444:user/wang, 222233334444, arn:aws-cn:iam::222233334444:role/deployer",
        "deployer, arn:aws-us-gov:iam::222233334444:root, 222233334444, arn:aws-us-gov:iam::222233334444:role/deployer",
        "deployer, arn:aws:iam:::user/tester, , arn:aws:iam:::role/deployer",
        "deployer, tester, 111122223333, arn:aws:iam::111122223333:role/deployer"
    })
    void completesANameWithTheAccountAndPartitionOfTheCaller(String name, String caller, String account, String role) {
        RoleReference reference = new RoleReference(name);

        assertEquals(Optional.empty(), reference.arn());
        assertEquals(RoleArn.parse(role), reference.of(new Caller(caller, Optional.ofNullable(account))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci/deployer", "arn:aws:iam::444455556666:role/ci"})
    void isShownAsItWasWritten(String text) {
        assertEquals(text, new RoleReference(text).toString());
    }

    @Test
    void leavesAnArnAsItIs() {
        RoleReference reference = new RoleReference("arn:aws:iam::444455556666:role/ci");

        assertEquals(Optional.of(RoleArn.parse("arn:aws:iam::444455556666:role/ci")), reference.arn());
        assertEquals(
                "444455556666",
                reference
                        .of(new Caller("arn:aws:iam::111122223333:user/bob", Optional.of("111122223333")))
                        .accountId()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"111122223333:deployer", "/deployer", "role/deployer", "iam::111122223333:role/x"})
    void refusesWhatIsNeitherAnArnNorAName(String text) {
        String message = refusalOf(text);
        assertTrue(message.startsWith("'" + text + "' is neither an ARN nor a role's name"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my deployer", "deployer!", "ci/", "ci//deployer\n"})
    void refusesANameThatNoRoleHas(String text) {
        refusalOf(text);
    }

    @Test
    void refusesAnArnAsRoleArnDoes() {
        assertTrue(refusalOf("arn:aws:iam::1111:role/ci").contains("has the account '1111' of 4 characters"));
    }

    private static String refusalOf(String text) {
        return assertThrows(IllegalArgumentException.class, () -> new RoleReference(text))
                .getMessage();
    }
}
