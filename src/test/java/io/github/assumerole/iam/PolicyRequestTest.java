package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.SessionTags;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyRequestTest {
    @Test
    void rejectsCallerOfOtherPartition() {
        TrustPolicy trust = Requests.trust(
                Optional.of(new IamPrincipal("arn:aws-cn:iam::111122223333:user/bob")), SessionTags.NONE);

        assertEquals(
                "trustedPrincipal: 'arn:aws-cn:iam::111122223333:user/bob' is in the partition aws-cn, but the role is"
                        + " in aws; a role cannot trust principals of another partition",
                assertThrows(InvalidConfigurationException.class, () -> Requests.of(trust))
                        .getMessage());
    }
}
