package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.standin.AccountBuilder;
import io.github.assumerole.standin.BucketBuilder;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import io.github.assumerole.standin.s3.BucketSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** The bucket settings of the standard world. */
class BucketSettingsTest {
    private static final String BARE = "website.example.com";
    private static final Map<String, Consumer<BucketBuilder>> OTHERS = Map.of(
            "bare-but-blocked", b -> b.bare().publicAccessBlocked(),
            "kms-dsse", b -> b.encryption("aws:kms:dsse", "alias/app"),
            "owner-preferred", b -> b.objectOwnership("BucketOwnerPreferred"),
            "tagged", b -> b.tag("z", "<&\">").tag("a", ""));

    private final LocalAws aws = LocalAws.start(World.standard()
            .account(StandardWorld.TARGET_ACCOUNT, BucketSettingsTest::others)
            .build());
    private final SdkClients sdk = new SdkClients(aws);
    private final AwsCredentials session = sdk.assume(BOB, StandardWorld.CI_DEPLOY);

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @ParameterizedTest
    @CsvSource({"app-logs, eu-central-1", "app-releases, eu-west-1", "terraform-state, ''"})
    void locationIsEmptyForUsEast1(String bucket, String location) throws Exception {
        assertEquals(
                "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">%s</LocationConstraint>"
                        .formatted(location),
                body(bucket, "location"));
        assertEquals(
                location,
                s3("eu-central-1").getBucketLocation(get -> get.bucket(bucket)).locationConstraintAsString());
    }

    @ParameterizedTest
    @CsvSource({
        "app-artifacts,       eu-central-1, Enabled",
        "terraform-state,     us-east-1,    Enabled",
        "app-releases,        eu-west-1,    Suspended",
        "app-logs,            eu-central-1,",
        "website.example.com, eu-central-1,"
    })
    void returnsVersioningStatus(String bucket, String region, String status) {
        assertEquals(
                status,
                s3(region).getBucketVersioning(get -> get.bucket(bucket)).statusAsString());
    }

    @Test
    void unsetVersioningIsAnEmptyDocument() throws Exception {
        assertEquals(
                "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                        + "</VersioningConfiguration>",
                body("app-logs", "versioning"));
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
    void publicAccessIsBlockedByFourSwitches(
            String bucket, String region, boolean acls, boolean ignored, boolean policy, boolean restricted) {
        PublicAccessBlockConfiguration block =
                s3(region).getPublicAccessBlock(get -> get.bucket(bucket)).publicAccessBlockConfiguration();

        assertEquals(
                List.of(acls, ignored, policy, restricted),
                List.of(
                        block.blockPublicAcls(),
                        block.ignorePublicAcls(),
                        block.blockPublicPolicy(),
                        block.restrictPublicBuckets()));
    }

    @ParameterizedTest
    @CsvSource({"app-artifacts, 'team=core,env=prod'", "app-logs, team=core", "tagged, 'z=<&\">,a='"})
    void tagsComeInOrder(String bucket, String tags) {
        List<Tag> tagSet =
                s3("eu-central-1").getBucketTagging(get -> get.bucket(bucket)).tagSet();

        assertEquals(
                List.of(tags.split(",")),
                tagSet.stream().map(tag -> tag.key() + "=" + tag.value()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "app-artifacts,   eu-central-1, BucketOwnerEnforced",
        "app-releases,    eu-west-1,    ObjectWriter",
        "owner-preferred, eu-central-1, BucketOwnerPreferred"
    })
    void returnsObjectOwnership(String bucket, String region, String ownership) {
        assertEquals(
                ownership,
                s3(region)
                        .getBucketOwnershipControls(get -> get.bucket(bucket))
                        .ownershipControls()
                        .rules()
                        .get(0)
                        .objectOwnershipAsString());
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTION, ServerSideEncryptionConfigurationNotFoundError, The server side encryption configuration was not"
                + " found",
        "PUBLIC_ACCESS_BLOCK, NoSuchPublicAccessBlockConfiguration, The public access block configuration was not"
                + " found",
        "TAGGING, NoSuchTagSet, The TagSet does not exist",
        "OWNERSHIP_CONTROLS, OwnershipControlsNotFoundError, The bucket ownership controls were not found"
    })
    void unsetSettingIsNotFound(SettingCall call, String code, String message) {
        assertEquals(new ErrorResponse(404, code, message), call.refusal(s3("eu-central-1"), BARE));
    }

    @ParameterizedTest
    @CsvSource({"new, eu-central-1", "app-releases, eu-west-1", "terraform-state, us-east-1"})
    void bucketCanHaveNoTags(String bucket, String region) {
        assertEquals(
                "NoSuchTagSet", SettingCall.TAGGING.refusal(s3(region), bucket).code());
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
                Named.of("an unknown ownership", b -> b.objectOwnership("BucketOwner")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatS3DoesNotKnowCannotBeSet(Consumer<BucketBuilder> mistake) {
        BucketBuilder bucket = new BucketBuilder();

        assertThrows(IllegalArgumentException.class, () -> mistake.accept(bucket));
    }

    private static void others(AccountBuilder account) {
        account.bucket("new", "eu-central-1", Instant.EPOCH);
        OTHERS.forEach((name, description) -> account.bucket(name, "eu-central-1", Instant.EPOCH, description));
        BucketSettings.PUBLIC_ACCESS_SWITCHES.forEach(name -> account.bucket(
                name.toLowerCase(Locale.ROOT), "eu-central-1", Instant.EPOCH, b -> b.publicAccessBlockedBy(name)));
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
