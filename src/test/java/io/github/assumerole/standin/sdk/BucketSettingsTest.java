package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.standin.AccountBuilder;
import io.github.assumerole.standin.BucketBuilder;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.s3.BucketSettings;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The bucket settings of the standard world. */
class BucketSettingsTest extends EmbeddedAwsTest {
    private static final String PUBLIC =
            """
            {"Statement": {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "s3:GetObject",
                           "Resource": "arn:aws:s3:::public/*"}}""";
    private static final Map<String, Consumer<BucketBuilder>> OTHERS = Map.of(
            "bare-but-blocked", b -> b.bare().publicAccessBlocked(),
            "kms-dsse", b -> b.encryption("aws:kms:dsse", "alias/app"),
            "owner-preferred", b -> b.objectOwnership("BucketOwnerPreferred"),
            "public", b -> b.policy(PUBLIC),
            "aborting", b -> b.abortsUploads(false),
            "tagged", b -> b.tag("z", "<&\">").tag("a", ""));

    private final AwsCredentials session = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

    BucketSettingsTest() {
        super(World.standard().account(StandardWorld.TARGET_ACCOUNT, BucketSettingsTest::others));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LOCATION           | app-releases        | eu-central-1 | LocationConstraint=eu-west-1
                    LOCATION           | terraform-state     | eu-central-1 | LocationConstraint=
                    VERSIONING         | app-artifacts       | eu-central-1 | Status=Enabled
                    VERSIONING         | terraform-state     | us-east-1    | Status=Enabled, MFADelete=Enabled
                    VERSIONING         | app-releases        | eu-west-1    | Status=Suspended
                    VERSIONING         | app-logs            | eu-central-1 | ''
                    VERSIONING         | website.example.com | eu-central-1 | ''
                    TAGGING            | app-artifacts       | eu-central-1 | TagSet=[(Key=team, Value=core), (Key=env, Value=prod)]
                    TAGGING            | app-logs            | eu-central-1 | TagSet=[(Key=team, Value=core)]
                    TAGGING            | tagged              | eu-central-1 | TagSet=[(Key=z, Value=<&">), (Key=a, Value=)]
                    OWNERSHIP_CONTROLS | app-artifacts       | eu-central-1 | OwnershipControls=(Rules=[(ObjectOwnership=BucketOwnerEnforced)])
                    OWNERSHIP_CONTROLS | app-releases        | eu-west-1    | OwnershipControls=(Rules=[(ObjectOwnership=ObjectWriter)])
                    OWNERSHIP_CONTROLS | owner-preferred     | eu-central-1 | OwnershipControls=(Rules=[(ObjectOwnership=BucketOwnerPreferred)])
                    POLICY_STATUS      | app-artifacts       | eu-central-1 | PolicyStatus=(IsPublic=false)
                    POLICY_STATUS      | public              | eu-central-1 | PolicyStatus=(IsPublic=true)
                    LIFECYCLE          | app-artifacts       | eu-central-1 | Rules=[(Expiration=(Days=30), Filter=(Prefix=), Status=Enabled)]
                    LIFECYCLE          | aborting            | eu-central-1 | Rules=[(Filter=(Prefix=), Status=Disabled, AbortIncompleteMultipartUpload=(DaysAfterInitiation=7))]
                    LOGGING            | app-artifacts       | eu-central-1 | LoggingEnabled=(TargetBucket=app-logs, TargetPrefix=)
                    LOGGING            | website.example.com | eu-central-1 | ''
                    OBJECT_LOCK        | app-artifacts       | eu-central-1 | ObjectLockConfiguration=(ObjectLockEnabled=Enabled)
                    REPLICATION        | app-artifacts       | eu-central-1 | ReplicationConfiguration=(Role=arn:aws:iam::444455556666:role/replication, Rules=[(ID=all, Priority=1, Filter=(), Status=Enabled, Destination=(Bucket=arn:aws:s3:::app-releases))])
                    """)
    void returnsTheSetting(BucketCall call, String bucket, String region, String setting) {
        assertEquals("(" + setting + ")", setting(call, bucket, region));
    }

    @Test
    void returnsTheBucketPolicyAsItIs() {
        assertEquals(
                StandardWorld.ARTIFACTS_POLICY,
                s3("eu-central-1")
                        .getBucketPolicy(get -> get.bucket("app-artifacts"))
                        .policy());
    }

    @ParameterizedTest
    @CsvSource({
        "terraform-state, location, LocationConstraint",
        "app-logs, versioning, VersioningConfiguration",
        "app-logs, logging, BucketLoggingStatus"
    })
    void someUnsetSettingsAreEmptyDocuments(String bucket, String subresource, String root) throws Exception {
        assertEquals(
                "<%1$s xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"></%1$s>".formatted(root),
                body(bucket, subresource));
    }

    @ParameterizedTest
    @CsvSource({
        "app-artifacts,   eu-central-1, AES256,,                               false",
        "app-logs,        eu-central-1, aws:kms, " + StandardWorld.LOGS_KEY + ", false",
        "terraform-state, us-east-1,    aws:kms,,                              true",
        "kms-dsse,        eu-central-1, aws:kms:dsse, alias/app,               false",
        "new,             eu-central-1, AES256,,                               false"
    })
    void returnsEncryptionAlgorithmAndKey(
            String bucket, String region, String algorithm, String key, boolean bucketKey) {
        ServerSideEncryptionRule rule = s3(region)
                .getBucketEncryption(get -> get.bucket(bucket))
                .serverSideEncryptionConfiguration()
                .rules()
                .get(0);

        assertEquals(algorithm, rule.applyServerSideEncryptionByDefault().sseAlgorithmAsString());
        assertEquals(key, rule.applyServerSideEncryptionByDefault().kmsMasterKeyID());
        assertEquals(bucketKey, rule.bucketKeyEnabled());
    }

    @ParameterizedTest
    @CsvSource({
        "app-artifacts,         eu-central-1, true,  true,  true,  true",
        "app-releases,          eu-west-1,    false, false, false, false",
        "bare-but-blocked,      eu-central-1, true,  true,  true,  true",
        "blockpublicacls,       eu-central-1, true,  false, false, false",
        "ignorepublicacls,      eu-central-1, false, true,  false, false",
        "blockpublicpolicy,     eu-central-1, false, false, true,  false",
        "restrictpublicbuckets, eu-central-1, false, false, false, true"
    })
    void returnsTheFourSwitchesOfThePublicAccessBlock(
            String bucket, String region, boolean acls, boolean ignored, boolean policy, boolean restricted) {
        assertEquals(
                "(PublicAccessBlockConfiguration=(BlockPublicAcls=%s, IgnorePublicAcls=%s, BlockPublicPolicy=%s,"
                                .formatted(acls, ignored, policy)
                        + " RestrictPublicBuckets=%s))".formatted(restricted),
                setting(BucketCall.PUBLIC_ACCESS_BLOCK, bucket, region));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ENCRYPTION, website.example.com, ServerSideEncryptionConfigurationNotFoundError, The server side encryption configuration was not found
                    PUBLIC_ACCESS_BLOCK, website.example.com, NoSuchPublicAccessBlockConfiguration, The public access block configuration was not found
                    TAGGING, website.example.com, NoSuchTagSet, The TagSet does not exist
                    TAGGING, new, NoSuchTagSet, The TagSet does not exist
                    OWNERSHIP_CONTROLS, website.example.com, OwnershipControlsNotFoundError, The bucket ownership controls were not found
                    POLICY, website.example.com, NoSuchBucketPolicy, The bucket policy does not exist
                    POLICY_STATUS, new, NoSuchBucketPolicy, The bucket policy does not exist
                    LIFECYCLE, new, NoSuchLifecycleConfiguration, The lifecycle configuration does not exist
                    OBJECT_LOCK, new, ObjectLockConfigurationNotFoundError, Object Lock configuration does not exist for this bucket
                    REPLICATION, new, ReplicationConfigurationNotFoundError, The replication configuration was not found
                    """)
    void unsetSettingIsNotFound(BucketCall call, String bucket, String code, String message) {
        call.assertError(new ErrorResponse(404, code, message), s3("eu-central-1"), bucket);
    }

    @ParameterizedTest
    @CsvSource({
        "website.example.com, <Code>NoSuchTagSet</Code><Message>The TagSet does not exist</Message>",
        "no-such-bucket, <Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>"
    })
    void notFoundErrorContainsTheBucketName(String bucket, String error) throws Exception {
        String body = body(bucket, "tagging");

        assertEquals(
                "<Error>" + error + "<BucketName>" + bucket + "</BucketName>",
                body.substring(0, body.indexOf("<RequestId>")));
    }

    static Stream<Named<Consumer<BucketBuilder>>> mistakes() {
        return Stream.of(
                Named.of("versioning in another case", b -> b.versioning("enabled")),
                Named.of("versioning that is off", b -> b.versioning("Disabled")),
                Named.of("an unknown algorithm", b -> b.encryption("AES128")),
                Named.of("a key for AES256", b -> b.encryption("AES256", StandardWorld.LOGS_KEY)),
                Named.of("a bucket key without encryption", b -> b.bare().bucketKey()),
                Named.of("an unknown switch", b -> b.publicAccessBlockedBy("BlockAcls")),
                Named.of("a tag with two values", b -> b.tag("team", "core").tag("team", "web")),
                Named.of("a policy that is no JSON", b -> b.policy("{")),
                Named.of("a policy without statements", b -> b.policy("{}")),
                Named.of("an unknown ownership", b -> b.objectOwnership("BucketOwner")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void rejectsSettingsThatS3DoesNotHave(Consumer<BucketBuilder> mistake) {
        BucketBuilder bucket = new BucketBuilder();

        assertThrows(IllegalArgumentException.class, () -> mistake.accept(bucket));
    }

    private static void others(AccountBuilder account) {
        account.bucket("new", "eu-central-1", Instant.EPOCH);
        OTHERS.forEach((name, description) -> account.bucket(name, "eu-central-1", Instant.EPOCH, description));
        BucketSettings.PUBLIC_ACCESS_SWITCHES.forEach(name -> account.bucket(
                name.toLowerCase(Locale.ROOT), "eu-central-1", Instant.EPOCH, b -> b.publicAccessBlockedBy(name)));
    }

    /** The response of the SDK as text, without the names of types. */
    private String setting(BucketCall call, String bucket, String region) {
        return call.send(s3(region), bucket).toString().replaceAll("[A-Za-z0-9]+\\(", "(");
    }

    private S3Client s3(String region) {
        return sdk.s3(session, region);
    }

    private String body(String bucket, String subresource) throws Exception {
        String body = RawRequest.s3(aws, "GET", "/" + bucket + "?" + subresource)
                .signed(session)
                .send()
                .body();
        return body.substring(body.indexOf('\n') + 1);
    }
}
