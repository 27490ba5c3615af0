package io.github.assumerole.role;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleNameOrArnTest {
    @ParameterizedTest
    @CsvSource({
        "deployer, arn:aws:iam::111122223333:user/bob, 111122223333, arn:aws:iam::111122223333:role/deployer",
        "ci/deployer, arn:aws:sts::111122223333:assumed-role/runner/me, 111122223333, arn:aws:iam::111122223333:role/ci/deployer",
        "deployer, arn:aws-cn:iam::222233334444:user/wang, 222233334444, arn:aws-cn:iam::222233334444:role/deployer",
        "deployer, arn:aws-us-gov:iam::222233334444:root, 222233334444, arn:aws-us-gov:iam::222233334444:role/deployer",
        "deployer, arn:aws:iam:::user/tester, , arn:aws:iam:::role/deployer",
        "deployer, tester, 111122223333, arn:aws:iam::111122223333:role/deployer"
    })
    void resolvesRoleNameInAccountAndPartitionOfCaller(String name, String caller, String account, String arn) {
        RoleNameOrArn role = RoleNameOrArn.parse(name);

        assertEquals(name, role.toString());
        assertEquals(Optional.empty(), role.arn());
        assertEquals(RoleArn.parse(arn), role.resolve(() -> new Caller(caller, Optional.ofNullable(account))));
    }

    @Test
    void resolvesFullArnWithoutCaller() {
        String text = "arn:aws:iam::444455556666:role/ci";
        RoleNameOrArn role = RoleNameOrArn.parse(text);

        assertEquals(text, role.toString());
        assertEquals(Optional.of(RoleArn.parse(text)), role.arn());
        assertEquals(RoleArn.parse(text), role.resolve(() -> fail("there is no name to resolve")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"111122223333:deployer", "/deployer", "role/deployer", "iam::111122223333:role/x"})
    void rejectsWhatIsNeitherArnNorRoleName(String text) {
        assertEquals(
                "'" + text + "' is neither an ARN nor a role name; expected"
                        + " arn:aws:iam::<12-digit account>:role/<name>, or a role name",
                rejectionOf(() -> RoleNameOrArn.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"my deployer", "deployer!", "ci/", "ci//deployer\n", "arn:aws:iam::1111:role/ci"})
    void rejectsWhatRoleArnRejects(String text) {
        String arn = text.startsWith("arn:") ? text : "arn:aws:iam::111122223333:role/" + text;

        assertEquals(rejectionOf(() -> RoleArn.parse(arn)), rejectionOf(() -> RoleNameOrArn.parse(text)));
        assertTrue(rejectionOf(() -> RoleNameOrArn.parse(text)).startsWith("'arn:"));
    }
}
