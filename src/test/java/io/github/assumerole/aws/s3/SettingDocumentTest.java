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
    private static final String INCOMPLETE = "not valid for S3, or is incomplete";

    /** Ceph RGW 16 responds to an unsupported call by listing the objects of the bucket. */
    @ParameterizedTest
    @EnumSource
    void rejectsResponseOfOtherCall(Setting setting) {
        scene.aws.fault(
                setting.api(),
                response("<ListBucketResult><Name>app-logs</Name><IsTruncated>false</IsTruncated></ListBucketResult>"));

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
            VERSIONING          | <VersioningConfiguration><MfaDelete>Disabled</MfaDelete></VersioningConfiguration> | {MfaDelete=Disabled}
            VERSIONING          | <VersioningConfiguration><ExcludeFolders>true</ExcludeFolders><Status>Enabled</Status></VersioningConfiguration> | {Status=Enabled}
            PUBLIC_ACCESS_BLOCK | <BlockPublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></BlockPublicAccessBlockConfiguration> | {BlockPublicAcls=false, IgnorePublicAcls=true, BlockPublicPolicy=false, RestrictPublicBuckets=false}
            TAGS                | <Tagging><TagSet/></Tagging>                             | {}
            TAGS                | <Tagging><TagSet><Tag><Key>a</Key><Value/></Tag></TagSet></Tagging> | {a=}
            OBJECT_OWNERSHIP    | <OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls> | {ObjectOwnership=ObjectWriter}
            POLICY              | {"Statement":[]} | {SecureTransport=OPTIONAL}
            POLICY_STATUS       | <PolicyStatus><IsPublic>true</IsPublic></PolicyStatus> | {IsPublic=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true, ExpirationDays=7}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Prefix/><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true, ExpirationDays=7}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Prefix/></Filter><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true, ExpirationDays=7}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Expiration><Days>7</Days></Expiration><Status>Disabled</Status></Rule></LifecycleConfiguration> | {Enabled=false}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Prefix>a/</Prefix><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Prefix>a/</Prefix></Filter><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><ObjectSizeGreaterThan>1</ObjectSizeGreaterThan></Filter><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><ObjectSizeLessThan>9</ObjectSizeLessThan></Filter><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><And><Prefix>a/</Prefix></And></Filter><Expiration><Days>7</Days></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Expiration><Date>2027-01-01T00:00:00Z</Date></Expiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><NoncurrentVersionExpiration><NoncurrentDays>3</NoncurrentDays></NoncurrentVersionExpiration><Status>Enabled</Status></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Expiration><Days>90</Days></Expiration><Status>Enabled</Status></Rule><Rule><Filter/><Expiration><Days>60</Days></Expiration><Status>Enabled</Status></Rule><Rule><Filter/><Expiration><Days>30</Days></Expiration><Status>Disabled</Status></Rule></LifecycleConfiguration> | {Enabled=true, ExpirationDays=60}
            LOGGING             | <BucketLoggingStatus/> | {}
            LOGGING             | <BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix/></LoggingEnabled></BucketLoggingStatus> | {TargetBucket=logs}
            OBJECT_LOCK         | <ObjectLockConfiguration><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration> | {ObjectLockEnabled=true}
            REPLICATION         | <ReplicationConfiguration><Role></Role></ReplicationConfiguration> | {Enabled=false}
            REPLICATION         | <ReplicationConfiguration><Rule><Status>Disabled</Status></Rule></ReplicationConfiguration> | {Enabled=false}
            REPLICATION         | <ReplicationConfiguration><Role>r</Role><Rule><Status>Disabled</Status></Rule><Rule><Status>Enabled</Status></Rule></ReplicationConfiguration> | {Enabled=true}
            VERSIONING          | <VersioningConfiguration><MFADelete>Enabled</MFADelete></VersioningConfiguration> | {MfaDelete=Enabled}
            VERSIONING          | <VersioningConfiguration> <Status> Enabled </Status><ExcludedPrefixes><Prefix>a</Prefix></ExcludedPrefixes> </VersioningConfiguration> | {Status=Enabled}
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled> TRUE </BucketKeyEnabled><BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes></Rule></ServerSideEncryptionConfiguration> | {SSEAlgorithm=AES256, BucketKeyEnabled=true}
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration> | {SSEAlgorithm=AES256}
            PUBLIC_ACCESS_BLOCK | <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>True</RestrictPublicBuckets></PublicAccessBlockConfiguration> | {BlockPublicAcls=true, IgnorePublicAcls=true, BlockPublicPolicy=true, RestrictPublicBuckets=true}
            POLICY_STATUS       | <PolicyStatus><IsPublic> true </IsPublic></PolicyStatus> | {IsPublic=true}
            POLICY_STATUS       | <PolicyStatus a="b"><!-- c --><IsPublic>FALSE</IsPublic></PolicyStatus> | {IsPublic=false}
            LIFECYCLE           | <LifecycleConfiguration><Rule><ID>a</ID><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration> | {Enabled=true, ExpirationDays=7}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Transition><Days>1</Days></Transition><Transition><Days>2</Days></Transition><AbortIncompleteMultipartUpload/><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration> | {Enabled=true, ExpirationDays=7}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Prefix/><Tag/></Filter><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration> | {Enabled=true}
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>2147483647</Days><ExpiredObjectDeleteMarker>false</ExpiredObjectDeleteMarker></Expiration></Rule></LifecycleConfiguration> | {Enabled=true, ExpirationDays=2147483647}
            LOGGING             | <BucketLoggingStatus> <!-- TargetBucket --> </BucketLoggingStatus> | {}
            TAGS                | <Tagging> <TagSet> <Tag> <Key>a</Key> <Value> b </Value> </Tag> </TagSet> </Tagging> | {a= b }
            """)
    void acceptsValidResponses(Setting setting, String answer, String values) {
        scene.aws.fault(setting.api(), response(answer));

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
            VERSIONING          | <VersioningConfiguration><MfaDelete>on</MfaDelete></VersioningConfiguration>
            VERSIONING          | <VersioningConfiguration><Status>Enabled</Status><MfaDelete/></VersioningConfiguration>
            POLICY              | {}
            POLICY              | {"Statement":[
            POLICY              | <Policy/>
            POLICY              | {"Statement":[],"Statement":[]}
            POLICY_STATUS       | <PolicyStatus/>
            LIFECYCLE           | <LifecycleConfiguration/>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>on</Status></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status></Rule><Rule><Filter/></Rule></LifecycleConfiguration>
            LOGGING             | <BucketLoggingStatus><LoggingEnabled/></BucketLoggingStatus>
            LOGGING             | <BucketLoggingStatus><LoggingEnabled><TargetBucket/></LoggingEnabled></BucketLoggingStatus>
            LOGGING             | <BucketLoggingStatus><Error/></BucketLoggingStatus>
            OBJECT_LOCK         | <ObjectLockConfiguration/>
            OBJECT_LOCK         | <ObjectLockConfiguration><Rule/></ObjectLockConfiguration>
            OBJECT_LOCK         | <ObjectLockConfiguration><ObjectLockEnabled>Disabled</ObjectLockEnabled></ObjectLockConfiguration>
            REPLICATION         | <ReplicationConfiguration/>
            REPLICATION         | <ReplicationConfiguration><Rule><Status/></Rule></ReplicationConfiguration>
            POLICY_STATUS       | <PolicyStatus><IsPublic>1</IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><IsPublic>yes</IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><IsPublic></IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><IsPublic><a/></IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><IsPublic><true/></IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><IsPublic>true false</IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><IsPublic>false</IsPublic><IsPublic>true</IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus>AccessDenied<IsPublic>false</IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><PolicyStatus><IsPublic>false</IsPublic></PolicyStatus></PolicyStatus>
            POLICY_STATUS       | <!DOCTYPE PolicyStatus [<!ENTITY e "">]><PolicyStatus><IsPublic>false&e;</IsPublic></PolicyStatus>
            POLICY_STATUS       | <PolicyStatus><IsPublic>false</IsPublic><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></PolicyStatus>
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>1</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled></BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>yes</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
            ENCRYPTION          | <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>
            PUBLIC_ACCESS_BLOCK | <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>1</RestrictPublicBuckets></PublicAccessBlockConfiguration>
            PUBLIC_ACCESS_BLOCK | <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets/></PublicAccessBlockConfiguration>
            PUBLIC_ACCESS_BLOCK | <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Prefix></Prefix><ArchiveZone/></Filter><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Suffix>.log</Suffix></Filter><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Filter><Prefix>a</Prefix></Filter><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter>a</Filter><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Prefix/><Prefix>a</Prefix></Filter><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Prefix/><Prefix>a</Prefix><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Suffix>.log</Suffix><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter><Prefix><a/></Prefix></Filter><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Status>Disabled</Status><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Expiration/><Status>Enabled</Status><Expiration><Days>7</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>0</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>-5</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>07</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days/></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>7</Days><Days>1</Days></Expiration></Rule></LifecycleConfiguration>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>7</Days><Suffix/></Expiration></Rule></LifecycleConfiguration>
            TAGS                | <Tagging><TagSet><Tags><Tag><Key>a</Key></Tag></Tags></TagSet></Tagging>
            TAGS                | <Tagging><TagSet>AccessDenied</TagSet></Tagging>
            TAGS                | <Tagging><TagSet/><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>
            TAGS                | <Tagging><TagSet/><Error/></Tagging>
            TAGS                | <Tagging><TagSet/>AccessDenied</Tagging>
            VERSIONING          | <VersioningConfiguration>AccessDenied</VersioningConfiguration>
            VERSIONING          | <VersioningConfiguration><Status>Suspended</Status><Status>Enabled</Status></VersioningConfiguration>
            VERSIONING          | <VersioningConfiguration><MfaDelete>Disabled</MfaDelete><MFADelete>Enabled</MFADelete></VersioningConfiguration>
            VERSIONING          | <VersioningConfiguration><Status>Enabled</Status><Error/></VersioningConfiguration>
            REPLICATION         | <ReplicationConfiguration><Role/><Rules><Rule><Status>Enabled</Status></Rule></Rules></ReplicationConfiguration>
            REPLICATION         | <ReplicationConfiguration><Rules/></ReplicationConfiguration>
            REPLICATION         | <ReplicationConfiguration>AccessDenied</ReplicationConfiguration>
            REPLICATION         | <ReplicationConfiguration><Rule><Status>Disabled</Status><Status>Enabled</Status></Rule></ReplicationConfiguration>
            LOGGING             | <BucketLoggingStatus>AccessDenied</BucketLoggingStatus>
            LOGGING             | <BucketLoggingStatus><LoggingEnabled><TargetBucket> </TargetBucket></LoggingEnabled></BucketLoggingStatus>
            LOGGING             | <BucketLoggingStatus><LoggingEnabled><TargetBucket>a</TargetBucket><TargetBucket>b</TargetBucket></LoggingEnabled></BucketLoggingStatus>
            OBJECT_LOCK         | <ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><ObjectLockEnabled/></ObjectLockConfiguration>
            REGION              | <LocationConstraint>a<b/></LocationConstraint>
            OBJECT_OWNERSHIP    | <OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule><Rule/></OwnershipControls>
            LIFECYCLE           | <LifecycleConfiguration><Rule><Status>Disabled</Status></Rule><Rules/></LifecycleConfiguration>
            """)
    void rejectsIncompleteResponses(Setting setting, String answer) {
        scene.aws.fault(setting.api(), response(answer));

        assertEquals(
                UnknownReason.Kind.PERMANENT, reason(read(setting, "app-logs")).kind());
    }

    /** Permanent or transient: not every version of Java reports a network error. */
    @ParameterizedTest
    @EnumSource
    void rejectsTruncatedResponse(Setting setting) {
        scene.aws.fault(setting.api(), Fault.truncated());

        String cameBack = reason(read(setting, "app-artifacts")).failure().cameBack();

        String message = setting == Setting.POLICY ? "did not answer GetBucketPolicy as S3 does" : INCOMPLETE;
        assertTrue(cameBack.contains(message), cameBack);
    }

    private static Fault response(String body) {
        return body.startsWith("{")
                ? Fault.body(200, "application/json", body)
                : Fault.body(200, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
    }
}
