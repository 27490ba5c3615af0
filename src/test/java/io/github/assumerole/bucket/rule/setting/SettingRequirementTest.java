package io.github.assumerole.bucket.rule.setting;

import static io.github.assumerole.bucket.SettingValue.BUCKET_KEY;
import static io.github.assumerole.bucket.SettingValue.LIFECYCLE;
import static io.github.assumerole.bucket.SettingValue.MFA_DELETE;
import static io.github.assumerole.bucket.SettingValue.OBJECT_LOCK;
import static io.github.assumerole.bucket.SettingValue.OBJECT_OWNERSHIP;
import static io.github.assumerole.bucket.SettingValue.POLICY_PUBLIC;
import static io.github.assumerole.bucket.SettingValue.REGION;
import static io.github.assumerole.bucket.SettingValue.REPLICATION;
import static io.github.assumerole.bucket.SettingValue.VERSIONING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.SettingValue;
import io.github.assumerole.text.Printable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRequirementTest {
    /** Settings that have one value. */
    @Nested
    class Value {
        private static final List<String> STATES = List.of("Enabled", "Suspended", "Disabled");
        private static final List<String> SWITCH = List.of("Enabled", "Disabled");
        private static final List<String> BOOLEANS = List.of("true", "false");
        private static final List<String> OWNERSHIPS =
                List.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter");
        private static final String NO_REGION =
                "is neither a region name, such as eu-central-1, nor a glob, such as eu-*";

        static List<Arguments> settings() {
            return List.of(
                    arguments(VERSIONING, Setting.VERSIONING, "versioning", "Status", STATES, "Disabled"),
                    arguments(MFA_DELETE, Setting.VERSIONING, "mfaDelete", "MfaDelete", SWITCH, "Disabled"),
                    arguments(BUCKET_KEY, Setting.ENCRYPTION, "bucketKey", "BucketKeyEnabled", BOOLEANS, "false"),
                    arguments(POLICY_PUBLIC, Setting.POLICY_STATUS, "policyPublic", "IsPublic", BOOLEANS, "false"),
                    arguments(LIFECYCLE, Setting.LIFECYCLE, "lifecycle", "Enabled", BOOLEANS, "false"),
                    arguments(OBJECT_LOCK, Setting.OBJECT_LOCK, "objectLock", "ObjectLockEnabled", BOOLEANS, "false"),
                    arguments(REPLICATION, Setting.REPLICATION, "replication", "Enabled", BOOLEANS, "false"),
                    arguments(
                            OBJECT_OWNERSHIP,
                            Setting.OBJECT_OWNERSHIP,
                            "objectOwnership",
                            "ObjectOwnership",
                            OWNERSHIPS,
                            "ObjectWriter"),
                    arguments(
                            REGION,
                            Setting.REGION,
                            "region",
                            "LocationConstraint",
                            List.of("eu-central-1", "eu-central-2"),
                            "not set"));
        }

        @ParameterizedTest
        @MethodSource("settings")
        void acceptsOnlyTheConfiguredValue(
                SettingValue kind,
                Setting setting,
                String element,
                String member,
                List<String> all,
                String whenMissing) {
            for (String expected : all) {
                ValueRequirement requirement = new ValueRequirement(kind, expected);
                assertEquals(setting, requirement.setting());
                assertEquals(element + " " + expected, requirement.title());
                assertEquals(
                        Map.of(element, all == BOOLEANS ? Boolean.valueOf(expected) : expected),
                        requirement.parameters());
                for (String actual : all) {
                    assertEquals(
                            violation(element, actual, expected),
                            requirement.violation(Map.of(member, actual, "Other", expected)));
                }
                assertEquals(violation(element, whenMissing, expected), requirement.violation(Map.of()));
            }
        }

        private static Optional<String> violation(String element, String actual, String expected) {
            return actual.equals(expected)
                    ? Optional.empty()
                    : Optional.of(element + " is " + actual + ", expected " + expected);
        }

        static Stream<Arguments> invalidValues() {
            return Stream.of(
                            Stream.of("on", "enabled", "true", "", " Enabled", "E*")
                                    .map(text -> arguments(VERSIONING, text, "is not one of " + joined(STATES))),
                            Stream.of("Suspended", "true", "")
                                    .map(text -> arguments(MFA_DELETE, text, "is not one of " + joined(SWITCH))),
                            Stream.of(BUCKET_KEY, POLICY_PUBLIC, LIFECYCLE, OBJECT_LOCK, REPLICATION)
                                    .flatMap(kind -> Stream.of("Enabled", "True", "30", "")
                                            .map(text -> arguments(kind, text, "is not one of " + joined(BOOLEANS)))),
                            Stream.of("Enforced", "bucketownerenforced", "")
                                    .map(text ->
                                            arguments(OBJECT_OWNERSHIP, text, "is not one of " + joined(OWNERSHIPS))),
                            Stream.of("", "eu central", "eu-central-1,eu-west-1", "${region}", "eu\n")
                                    .map(text -> arguments(REGION, text, NO_REGION)))
                    .flatMap(arguments -> arguments);
        }

        private static String joined(List<String> values) {
            return String.join(", ", values);
        }

        @ParameterizedTest
        @MethodSource("invalidValues")
        void rejectsAnyOtherValue(SettingValue kind, String text, String problem) {
            assertEquals("'" + Printable.of(text) + "' " + problem, rejection(() -> new ValueRequirement(kind, text)));
        }

        @ParameterizedTest
        @CsvSource({
            "eu-*, eu-central-1, true",
            "eu-*-?, eu-west-3, true",
            "*, anywhere, true",
            "eu-*, us-east-1, false",
            "EU-*, eu-west-1, false"
        })
        void comparesRegionsWithAGlob(String glob, String actual, boolean met) {
            assertEquals(
                    met ? Optional.empty() : Optional.of("region is " + actual + ", expected " + glob),
                    new ValueRequirement(REGION, glob).violation(Map.of("LocationConstraint", actual)));
        }

        /** S3 returns EU for old buckets. */
        @Test
        void comparesEuAsEuWest1() {
            ValueRequirement requirement = new ValueRequirement(REGION, "EU");
            assertEquals("region eu-west-1", requirement.title());
            assertEquals(Optional.empty(), requirement.violation(Map.of("LocationConstraint", "eu-west-1")));
            assertEquals(Optional.empty(), requirement.violation(Map.of("LocationConstraint", "EU")));
            assertEquals(
                    Optional.empty(),
                    new ValueRequirement(REGION, "eu-west-*").violation(Map.of("LocationConstraint", "EU")));
            assertEquals(
                    Optional.of("region is eu-west-2, expected eu-west-1"),
                    requirement.violation(Map.of("LocationConstraint", "eu-west-2")));
        }

        @Test
        void reportsAMissingRegionWhateverTheGlob() {
            assertEquals(
                    Optional.of("region is not set, expected *"),
                    new ValueRequirement(REGION, "*").violation(Map.of()));
        }
    }

    @Nested
    class KmsKey {
        private static final String ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
        private static final String ARN = "arn:aws:kms:eu-central-1:444455556666:key/" + ID;
        private static final String ALIAS_ARN = "arn:aws:kms:eu-central-1:444455556666:alias/app";

        private static Optional<String> violation(String expected, String actual) {
            return new KmsKeyRequirement(expected)
                    .violation(Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", actual));
        }

        @ParameterizedTest
        @CsvSource({
            ID + ", " + ID,
            ARN + ", " + ARN,
            ID + ", " + ARN,
            "1234abcd-*, " + ARN,
            "key/" + ID + ", " + ARN,
            "alias/app, alias/app",
            "alias/app, " + ALIAS_ARN,
            "alias/*, " + ALIAS_ARN,
            "arn:aws:kms:*:444455556666:*, " + ARN,
            "*, " + ARN,
            ALIAS_ARN + ", alias/app",
            ALIAS_ARN + ", " + ALIAS_ARN,
            "arn:aws:kms:*:444455556666:alias/app, alias/app",
        })
        void acceptsEveryNameOfTheKey(String expected, String actual) {
            assertEquals(Optional.empty(), violation(expected, actual));
        }

        @ParameterizedTest
        @CsvSource({
            "234abcd-12ab-34cd-56ef-1234567890ab, " + ARN,
            ARN + ", " + ID,
            "app, " + ALIAS_ARN,
            "alias/app, " + ARN,
            "arn:aws:kms:*:111122223333:*, " + ARN,
            "arn:aws:kms:*:111122223333:alias/app, " + ALIAS_ARN,
            ALIAS_ARN + ", alias/apps",
            "arn:aws:kms:*:444455556666:*, alias/app",
            "arn:aws:kms:*:444455556666:alias/*, alias/app",
        })
        void reportsAnotherKey(String expected, String actual) {
            assertEquals(Optional.of("kmsKeyId is " + actual + ", expected " + expected), violation(expected, actual));
        }

        @Test
        void acceptsBothKmsAlgorithms() {
            assertEquals(
                    Optional.empty(),
                    new KmsKeyRequirement(ID).violation(Map.of("SSEAlgorithm", "aws:kms:dsse", "KMSMasterKeyID", ID)));
        }

        /** Source: S3 API reference, ServerSideEncryptionByDefault. */
        @ParameterizedTest
        @ValueSource(strings = {"aws:kms", "aws:kms:dsse"})
        void readsAMissingKeyAsTheKeyThatAwsManages(String algorithm) {
            Map<String, String> values = Map.of("SSEAlgorithm", algorithm);
            for (String expected : List.of("*", "alias/aws/s3", "arn:aws:kms:eu-west-1:444455556666:alias/aws/s3")) {
                assertEquals(Optional.empty(), new KmsKeyRequirement(expected).violation(values));
            }
            assertEquals(
                    Optional.of("kmsKeyId is alias/aws/s3 (by default), expected alias/app"),
                    new KmsKeyRequirement("alias/app").violation(values));
        }

        @Test
        void reportsEncryptionWithoutKms() {
            assertEquals(
                    Optional.of("encryption is AES256, expected the KMS key *"),
                    new KmsKeyRequirement("*").violation(Map.of("SSEAlgorithm", "AES256", "KMSMasterKeyID", ID)));
            assertEquals(
                    Optional.of("encryption is not set, expected the KMS key *"),
                    new KmsKeyRequirement("*").violation(Map.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "my key", "${key}", "a\nb"})
        void rejectsATextThatCannotNameAKey(String text) {
            assertEquals(
                    "'" + Printable.of(text) + "' is neither a key ID, alias or ARN, nor a glob",
                    rejection(() -> new KmsKeyRequirement(text)));
        }

        @Test
        void readsTheEncryption() {
            assertEquals(Setting.ENCRYPTION, new KmsKeyRequirement("alias/app").setting());
            assertEquals("kmsKeyId alias/app", new KmsKeyRequirement("alias/app").title());
        }
    }

    @Nested
    class PublicAccess {
        private static final Map<String, String> ALL_ON = Map.of(
                "BlockPublicAcls", "true",
                "IgnorePublicAcls", "true",
                "BlockPublicPolicy", "true",
                "RestrictPublicBuckets", "true");

        private static Optional<String> violation(boolean blocked, Map<String, String> values) {
            return new PublicAccessRequirement(blocked).violation(values);
        }

        @Test
        void isBlockedIfAllFourFlagsAreOn() {
            assertEquals(Optional.empty(), violation(true, ALL_ON));
            assertEquals(Optional.of("publicAccessBlocked is true, expected false"), violation(false, ALL_ON));
        }

        @ParameterizedTest
        @ValueSource(strings = {"BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"})
        void isNotBlockedIfOneFlagIsOffOrMissing(String flag) {
            Map<String, String> values = new HashMap<>(ALL_ON);
            for (String off : List.of("false", "", "missing")) {
                values.put(flag, off);
                values.remove(flag, "missing");
                assertEquals(
                        Optional.of("publicAccessBlocked is false (off: " + flag + "), expected true"),
                        violation(true, values));
                assertEquals(Optional.empty(), violation(false, values));
            }
        }

        @Test
        void isNotBlockedIfNoFlagWasEverSet() {
            assertEquals(
                    Optional.of("publicAccessBlocked is false (off: BlockPublicAcls, IgnorePublicAcls,"
                            + " BlockPublicPolicy, RestrictPublicBuckets), expected true"),
                    violation(true, Map.of()));
            assertEquals(Optional.empty(), violation(false, Map.of()));
        }

        @Test
        void readsThePublicAccessBlock() {
            assertEquals(Setting.PUBLIC_ACCESS_BLOCK, new PublicAccessRequirement(true).setting());
            assertEquals("publicAccessBlocked true", new PublicAccessRequirement(true).title());
            assertEquals("publicAccessBlocked false", new PublicAccessRequirement(false).title());
        }
    }

    @Nested
    class Tags {
        private static Optional<String> violation(String glob, String value) {
            return new TagsRequirement(Map.of("team", glob)).violation(Map.of("team", value, "other", "x"));
        }

        @ParameterizedTest
        @CsvSource({
            "core, core",
            "core*, core-2",
            "*, anything at all",
            "*, ''",
            "'', ''",
            "c?re, c*re",
            "c*e, c?e",
            "'S\u00fcd*', 'S\u00fcdwest'"
        })
        void acceptsAValueThatTheGlobMatches(String glob, String value) {
            assertEquals(Optional.empty(), violation(glob, value));
        }

        @ParameterizedTest
        @CsvSource({"core, Core", "core, core-2", "'', x", "?*, ''"})
        void reportsAnotherValue(String glob, String value) {
            assertEquals(Optional.of("tag team is '" + value + "', expected '" + glob + "'"), violation(glob, value));
        }

        @Test
        void reportsAMissingTagWhateverItsGlob() {
            assertEquals(
                    Optional.of("tag team is not set, expected '*'"),
                    new TagsRequirement(Map.of("team", "*")).violation(Map.of("Team", "core")));
        }

        @Test
        void reportsEachViolationInTheOrderOfTheTags() {
            Map<String, String> tags = new LinkedHashMap<>();
            tags.put("team", "core");
            tags.put("env", "prod");
            tags.put("cost center", "42*");
            TagsRequirement requirement = new TagsRequirement(tags);
            assertEquals(
                    Optional.of("tag team is not set, expected 'core'; tag cost center is '1', expected '42*'"),
                    requirement.violation(Map.of("env", "prod", "cost center", "1")));
            tags.clear();
            assertEquals("tag team=core, tag env=prod, tag cost center=42*", requirement.title());
        }

        @Test
        void rejectsNoTagsAtAll() {
            assertEquals("is empty; add at least one tag", rejection(() -> new TagsRequirement(Map.of())));
        }

        @Test
        void readsTheTags() {
            assertEquals(Setting.TAGS, new TagsRequirement(Map.of("team", "core")).setting());
        }
    }

    private static String rejection(Executable constructor) {
        return assertThrows(IllegalArgumentException.class, constructor).getMessage();
    }
}
