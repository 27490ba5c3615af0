package io.github.assumerole.role;

import static io.github.assumerole.role.SessionPolicyTest.policyOf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionPoliciesTest {
    @Test
    void acceptsUpTo10ManagedPolicies() {
        List<PolicyArn> ten = Collections.nCopies(10, policyArnOf(30));

        assertEquals(ten, new SessionPolicies(Optional.empty(), ten).managed());
        assertEquals(
                "policyArns: has 11 entries, expected at most 10",
                rejection(Optional.empty(), Collections.nCopies(11, policyArnOf(30))));
    }

    @ParameterizedTest
    @CsvSource({"2048, 0, 0", "2018, 30, 0", "30, 2018, 0", "48, 1000, 1000", "0, 1000, 1048", "0, 2048, 0"})
    void accepts2048CharactersTogether(int inline, int first, int second) {
        assertDoesNotThrow(() -> new SessionPolicies(inlineOf(inline), managedOf(first, second)));
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 30,   0,    'has 30 characters, and policy 2019; together expected at most 2048'",
        "31,   2018, 0,    'has 2018 characters, and policy 31; together expected at most 2048'",
        "49,   1000, 1000, 'has 2000 characters, and policy 49; together expected at most 2048'",
        "0,    1000, 1049, 'has 2049 characters; together expected at most 2048'"
    })
    void rejects2049CharactersTogether(int inline, int first, int second, String reason) {
        assertEquals("policyArns: " + reason, rejection(inlineOf(inline), managedOf(first, second)));
    }

    @Test
    void reportsBothLimitsTogether() {
        assertEquals(
                """
                policyArns: has 11 entries, expected at most 10
                policyArns: has 3300 characters, and policy 8; together expected at most 2048""",
                rejection(inlineOf(8), Collections.nCopies(11, policyArnOf(300))));
    }

    private static String rejection(Optional<SessionPolicy> inline, List<PolicyArn> managed) {
        return assertThrows(InvalidConfigurationException.class, () -> new SessionPolicies(inline, managed))
                .getMessage();
    }

    private static Optional<SessionPolicy> inlineOf(int length) {
        return length == 0 ? Optional.empty() : Optional.of(policyOf(length));
    }

    private static List<PolicyArn> managedOf(int... lengths) {
        return IntStream.of(lengths)
                .filter(length -> length > 0)
                .mapToObj(SessionPoliciesTest::policyArnOf)
                .toList();
    }

    private static PolicyArn policyArnOf(int length) {
        String start = "arn:aws:iam::aws:policy/";
        return new PolicyArn(start + "p".repeat(length - start.length() - "/Name".length()) + "/Name");
    }
}
