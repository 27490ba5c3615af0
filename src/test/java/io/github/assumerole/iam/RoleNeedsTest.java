package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.SessionTags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleNeedsTest {
    private static String rejection(String role, Trust trust, Duration duration) {
        return assertThrows(
                        InvalidConfiguration.class,
                        () -> new RoleNeeds(RoleArn.parse(role), trust, List.of(), duration))
                .getMessage();
    }

    @Test
    void rejectsRoleWithoutAccountId() {
        assertEquals(
                "roleArn: 'arn:aws:iam:::role/lister' has no account ID, which IAM policies require",
                rejection("arn:aws:iam:::role/lister", Needs.WHOLE_ACCOUNT, Duration.ofHours(1)));
    }

    @Test
    void rejectsCallerOfOtherPartition() {
        Trust trust =
                Needs.trust(Optional.of(IamPrincipal.parse("arn:aws-cn:iam::111122223333:user/bob")), SessionTags.NONE);

        assertEquals(
                "trustedPrincipal: 'arn:aws-cn:iam::111122223333:user/bob' is in the partition aws-cn, but the role is"
                        + " in aws; a role cannot trust principals of another partition",
                rejection(Needs.ROLE.toString(), trust, Duration.ofHours(1)));
    }

    @Test
    void rejectsDurationOutsideOfTheBounds() {
        Needs.lasting(Duration.ofSeconds(900));
        Needs.lasting(Duration.ofSeconds(43_200));
        assertEquals(
                "durationSeconds: 899 is too small, expected 900 to 43200",
                rejection(Needs.ROLE.toString(), Needs.WHOLE_ACCOUNT, Duration.ofSeconds(899)));
        assertEquals(
                "durationSeconds: 43201 is too large, expected 900 to 43200",
                rejection(Needs.ROLE.toString(), Needs.WHOLE_ACCOUNT, Duration.ofSeconds(43_201)));
    }
}
