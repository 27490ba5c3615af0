package io.github.assumerole.bucket.rule.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.Buckets;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.SecureTransport;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecureTransportRequirementTest {
    private static final CallEvidence EVIDENCE = Buckets.answered("GetBucketPolicy", 200);

    private static Optional<UnknownReason> undecided(boolean only, Map<String, String> values) {
        return new SecureTransportRequirement(only).undecided("app", values, EVIDENCE);
    }

    @ParameterizedTest
    @CsvSource({"true, ONLY, true", "false, ONLY, false", "true, OPTIONAL, false", "false, OPTIONAL, true"})
    void comparesWhatThePolicyDenies(boolean only, SecureTransport actual, boolean met) {
        assertEquals(
                met ? Optional.empty() : Optional.of("secureTransportOnly is " + !only + ", expected " + only),
                new SecureTransportRequirement(only).violation(actual.asSetting()));
        assertEquals(Optional.empty(), undecided(only, actual.asSetting()));
    }

    @Test
    void isViolatedWithoutAPolicy() {
        assertEquals(
                Optional.of("secureTransportOnly is false, expected true"),
                new SecureTransportRequirement(true).violation(Map.of()));
        assertEquals(Optional.empty(), undecided(true, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isUndecidedByAnotherStatementAboutTls(boolean only) {
        UnknownReason reason =
                undecided(only, SecureTransport.UNDECIDED.asSetting()).orElseThrow();

        assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
        assertEquals(EVIDENCE, reason.evidence());
        assertEquals(
                "Cannot evaluate secureTransportOnly of bucket app",
                reason.failure().attempted());
        assertEquals(
                "the bucket policy contains aws:SecureTransport or s3:TlsVersion, but no statement that denies all"
                        + " requests without TLS in the form that this rule evaluates.",
                reason.failure().cameBack());
        assertEquals(
                List.of("add the statement to the bucket policy that the manual shows for secureTransportOnly, or"
                        + " remove <secureTransportOnly> for this bucket"),
                reason.failure().advice());
    }

    @Test
    void readsThePolicy() {
        assertEquals(Setting.POLICY, new SecureTransportRequirement(true).setting());
        assertEquals("secureTransportOnly true", new SecureTransportRequirement(true).title());
        assertEquals("secureTransportOnly false", new SecureTransportRequirement(false).title());
    }
}
