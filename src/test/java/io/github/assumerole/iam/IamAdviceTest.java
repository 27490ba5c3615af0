package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.SessionTags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IamAdviceTest {
    private static List<String> notes(int charactersOfATag) {
        SessionTags tags = new SessionTags(Map.of("a", "v".repeat(charactersOfATag)), Set.of());
        return IamAdvice.of(Needs.of(Needs.trust(Optional.of(Needs.BOB), tags))).notes();
    }

    @Test
    void passesTheNotesOfTheTrustOn() {
        assertTrue(IamAdvice.of(Needs.least()).notes().get(0).startsWith("The trust policy names all of account"));
        assertEquals(List.of(), IamAdvice.of(Needs.all()).notes());
    }

    @Test
    void tellsWhenTheTrustPolicyIsLongerThanIamTakesByDefault() {
        String bob = "\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:user/bob\"}";
        int withoutTheValue = ("{\"Version\":\"2012-10-17\",\"Statement\":["
                        + "{\"Sid\":\"AssumeRole\",\"Effect\":\"Allow\"," + bob + ",\"Action\":\"sts:AssumeRole\"},"
                        + "{\"Sid\":\"TagSession\",\"Effect\":\"Allow\"," + bob + ",\"Action\":\"sts:TagSession\","
                        + "\"Condition\":{\"StringEquals\":{\"aws:RequestTag/a\":\"\"},"
                        + "\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"a\"}}}]}")
                .length();
        assertEquals(1, notes(2048 - withoutTheValue).size());
        assertEquals(
                "The trust policy has 2049 characters, but IAM takes 2048 unless the account's quota 'Role trust policy"
                        + " length' is raised.",
                notes(2049 - withoutTheValue).get(1));
    }

    @Test
    void setsTheLimitOfTheRoleOnlyWhereItsDefaultWouldNotDo() {
        assertEquals(
                Optional.empty(),
                IamAdvice.of(Needs.lasting(Duration.ofSeconds(3600))).maxSessionDuration());
        assertEquals(
                Optional.of(Duration.ofSeconds(3601)),
                IamAdvice.of(Needs.lasting(Duration.ofSeconds(3601))).maxSessionDuration());
    }
}
