package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.advice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.standin.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Responses with 200 of servers that are S3-compatible, or only look like it. */
class SettingDocumentTest extends S3TestCase {
    /** Ceph RGW 16 responds to an unsupported call by listing the objects of the bucket. */
    @ParameterizedTest
    @EnumSource
    void rejectsResponseOfOtherCall(Setting setting) {
        scene.aws.fault(
                setting.api(),
                xml("<ListBucketResult><Name>app-logs</Name><IsTruncated>false</IsTruncated></ListBucketResult>"));

        UnknownReason reason = reason(read(setting, "app-logs"));

        assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
        assertEquals(
                scene.aws.endpoint() + " did not answer " + setting.api() + " as S3 does.",
                reason.failure().cameBack());
        assertTrue(
                advice(reason.failure()).contains("remove <" + setting.element() + "> for it"),
                advice(reason.failure()));
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
            VERSIONING          | <VersioningConfiguration><MfaDelete>Disabled</MfaDelete></VersioningConfiguration> | {}
            VERSIONING          | <VersioningConfiguration><ExcludeFolders>true</ExcludeFolders><Status>Enabled</Status></VersioningConfiguration> | {Status=Enabled}
            PUBLIC_ACCESS_BLOCK | <BlockPublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></BlockPublicAccessBlockConfiguration> | {BlockPublicAcls=false, IgnorePublicAcls=true, BlockPublicPolicy=false, RestrictPublicBuckets=false}
            TAGS                | <Tagging><TagSet/></Tagging>                             | {}
            TAGS                | <Tagging><TagSet><Tag><Key>a</Key><Value/></Tag></TagSet></Tagging> | {a=}
            OBJECT_OWNERSHIP    | <OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls> | {ObjectOwnership=ObjectWriter}
            """)
    void acceptsValidResponses(Setting setting, String answer, String values) {
        scene.aws.fault(setting.api(), xml(answer));

        assertEquals(values, read(setting, "app-logs").value().orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            REGION              | <LocationConstraint><LocationConstraint>eu-west-1</LocationConstraint></LocationConstraint>
            VERSIONING          | <VersioningConfiguration><Error><Code>InternalError</Code></Error></VersioningConfiguration>
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

        assertEquals(
                UnknownReason.Kind.PERMANENT, reason(read(setting, "app-logs")).kind());
    }

    /** Permanent or transient: not every version of Java reports a network error. */
    @ParameterizedTest
    @EnumSource
    void rejectsTruncatedResponse(Setting setting) {
        scene.aws.fault(setting.api(), Fault.truncated());

        String cameBack = reason(read(setting, "app-logs")).failure().cameBack();

        assertTrue(cameBack.contains("not valid for S3, or is incomplete"), cameBack);
    }

    private static Fault xml(String body) {
        return Fault.body(200, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
    }
}
