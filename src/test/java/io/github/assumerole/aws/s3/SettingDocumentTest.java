package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Responses with 200 of servers that are S3-compatible, or only look like it. */
class SettingDocumentTest {
    private static final Bucket LOGS = new Bucket("app-logs", Optional.of("eu-central-1"), Optional.empty());

    private final AwsScenario scene = new AwsScenario();
    private final BucketCatalog catalog =
            scene.open().buckets(scene.assume(StandardWorld.CI_DEPLOY), AwsScenario.EVERYTHING);

    @AfterEach
    void close() {
        catalog.close();
        scene.close();
    }

    /** Ceph RGW 16 responds to an unsupported call by listing the objects of the bucket. */
    @ParameterizedTest
    @EnumSource
    void rejectsResponseOfOtherCall(Setting setting) {
        scene.aws.fault(
                setting.api(),
                xml("<ListBucketResult><Name>app-logs</Name><IsTruncated>false</IsTruncated></ListBucketResult>"));

        UnknownReason doubt = doubt(read(setting));

        assertEquals(UnknownReason.Kind.LASTING, doubt.kind());
        assertEquals(
                scene.aws.endpoint() + " did not answer " + setting.api() + " as S3 does.",
                doubt.failure().cameBack());
        assertTrue(
                advice(doubt.failure()).contains("remove <" + setting.element() + "> for it"), advice(doubt.failure()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            REGION              | <LocationConstraint/>                                    | {LocationConstraint=us-east-1}
            REGION              | <LocationConstraint> </LocationConstraint>               | {LocationConstraint=us-east-1}
            REGION              | <LocationConstraint>EU</LocationConstraint>              | {LocationConstraint=eu-west-1}
            REGION              | <LocationConstraint>default</LocationConstraint>         | {LocationConstraint=default}
            REGION              | <s3:LocationConstraint xmlns:s3="x">a</s3:LocationConstraint> | {LocationConstraint=a}
            VERSIONING          | <VersioningConfiguration/>                               | {}
            VERSIONING          | <VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration> | {Status=Suspended}
            TAGS                | <Tagging><TagSet/></Tagging>                             | {}
            TAGS                | <Tagging><TagSet><Tag><Key>a</Key><Value/></Tag></TagSet></Tagging> | {a=}
            OBJECT_OWNERSHIP    | <OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls> | {ObjectOwnership=ObjectWriter}
            """)
    void acceptsValidResponses(Setting setting, String answer, String values) {
        scene.aws.fault(setting.api(), xml(answer));

        assertEquals(values, read(setting).value().orElseThrow().toString());
    }

    @Test
    void acceptsPublicAccessBlockOfCeph() {
        scene.aws.fault(
                Setting.PUBLIC_ACCESS_BLOCK.api(),
                xml("<BlockPublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>"
                        + "false</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>"
                        + "false</RestrictPublicBuckets></BlockPublicAccessBlockConfiguration>"));

        assertEquals(
                Optional.of(Map.of(
                        "BlockPublicAcls", "false",
                        "IgnorePublicAcls", "false",
                        "BlockPublicPolicy", "false",
                        "RestrictPublicBuckets", "false")),
                read(Setting.PUBLIC_ACCESS_BLOCK).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            REGION              | <LocationConstraint><LocationConstraint>eu-west-1</LocationConstraint></LocationConstraint>
            VERSIONING          | <VersioningConfiguration><Status>enabled</Status></VersioningConfiguration>
            VERSIONING          | <VersioningConfiguration><Status/></VersioningConfiguration>
            ENCRYPTION          | <ServerSideEncryptionConfiguration/>
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule/></ServerSideEncryptionConfiguration>
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault/></Rule></ServerSideEncryptionConfiguration>
            PUBLIC_ACCESS_BLOCK | <PublicAccessBlockConfiguration/>
            PUBLIC_ACCESS_BLOCK | <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>
            PUBLIC_ACCESS_BLOCK | <PublicAccessBlockConfiguration><BlockPublicAcls>yes</BlockPublicAcls></PublicAccessBlockConfiguration>
            TAGS                | <Tagging/>
            TAGS                | <Tagging><TagSet><Tag/></TagSet></Tagging>
            TAGS                | <Tagging><TagSet><Tag><Key/><Value>b</Value></Tag></TagSet></Tagging>
            TAGS                | <Tagging><TagSet><Tag><Key>a</Key></Tag><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>
            OBJECT_OWNERSHIP    | <OwnershipControls/>
            OBJECT_OWNERSHIP    | <OwnershipControls><Rule/></OwnershipControls>
            OBJECT_OWNERSHIP    | <OwnershipControls><Rule><ObjectOwnership/></Rule></OwnershipControls>
            """)
    void rejectsIncompleteResponses(Setting setting, String answer) {
        scene.aws.fault(setting.api(), xml(answer));

        assertEquals(UnknownReason.Kind.LASTING, doubt(read(setting)).kind());
    }

    private static Fault xml(String body) {
        return Fault.body(200, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
    }

    private CallResult<Map<String, String>> read(Setting setting) {
        return catalog.read(setting, LOGS);
    }

    private UnknownReason doubt(CallResult<Map<String, String>> told) {
        assertEquals(Optional.empty(), told.value());
        return scene.doubt(told.reason());
    }
}
