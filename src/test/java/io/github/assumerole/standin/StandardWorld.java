package io.github.assumerole.standin;

import java.time.Duration;
import java.time.Instant;

/** The names of {@link World#standard()}. The keys are examples without any access. */
public final class StandardWorld {
    public static final String BUILD_ACCOUNT = "111122223333";
    public static final String TARGET_ACCOUNT = "444455556666";
    public static final String EMPTY_ACCOUNT = "777788889999";
    public static final String CHINA_ACCOUNT = "222233334444";

    public static final String BOB_ARN = "arn:aws:iam::111122223333:user/bob";
    public static final String BOB_KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    public static final String BOB_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    public static final String BOB_MFA_SERIAL = "arn:aws:iam::111122223333:mfa/bob";
    public static final String BOB_MFA_CODE = "123456";

    public static final String MALLORY_ARN = "arn:aws:iam::111122223333:user/mallory";
    public static final String MALLORY_KEY_ID = "AKIAMALLORY7EXAMPLE1";
    public static final String MALLORY_SECRET = "mAlLoRyXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLE1";

    public static final String ROOT_ARN = "arn:aws:iam::111122223333:root";
    public static final String ROOT_KEY_ID = "AKIAROOTOFBUILDEXAMP";
    public static final String ROOT_SECRET = "rOoTXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY2";

    public static final String WANG_ARN = "arn:aws-cn:iam::222233334444:user/wang";
    public static final String WANG_KEY_ID = "AKIAWANGINCHINAEXAMP";
    public static final String WANG_SECRET = "wAnGXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY3";

    public static final String CI_RUNNER = "arn:aws:iam::111122223333:role/ci-runner";
    public static final String CI_DEPLOY = "arn:aws:iam::444455556666:role/ci-deploy";
    public static final String PARTNER = "arn:aws:iam::444455556666:role/partner";
    public static final String PARTNER_EXTERNAL_ID = "Tenant:42";
    public static final String MFA_ONLY = "arn:aws:iam::444455556666:role/mfa-only";
    public static final String NO_PERMISSION = "arn:aws:iam::444455556666:role/no-permission";
    public static final String SHORT = "arn:aws:iam::444455556666:role/short";
    public static final String TEAM_DEPLOYER = "arn:aws:iam::444455556666:role/team/ci/deployer";
    public static final String OIDC = "arn:aws:iam::444455556666:role/oidc";
    public static final String HEAD_ONLY = "arn:aws:iam::444455556666:role/head-only";
    public static final String LIST_ONLY = "arn:aws:iam::444455556666:role/list-only";
    public static final String PUBLISHER = "arn:aws:iam::444455556666:role/publisher";
    public static final String DOMAIN = "acme-libs";
    public static final String DOMAIN_REGION = "eu-central-1";
    public static final String OIDC_ISSUER = "https://token.actions.githubusercontent.com";
    public static final String OIDC_AUDIENCE = "sts.amazonaws.com";
    public static final String EMPTY_CI_DEPLOY = "arn:aws:iam::777788889999:role/ci-deploy";
    public static final String CHINA_CI_DEPLOY = "arn:aws-cn:iam::222233334444:role/ci-deploy";

    public static final String S3_READ_ONLY_POLICY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
    public static final String LIST_BUCKETS_POLICY = "arn:aws:iam::444455556666:policy/list-buckets";

    public static final String LOGS_KEY =
            "arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    /** Of the bucket app-artifacts: denies all requests without TLS. */
    public static final String ARTIFACTS_POLICY =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*",\
            "Resource":["arn:aws:s3:::app-artifacts","arn:aws:s3:::app-artifacts/*"],\
            "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""";

    private StandardWorld() {}

    static WorldBuilder fill(WorldBuilder world) {
        return world.account(BUILD_ACCOUNT, StandardWorld::build)
                .account(TARGET_ACCOUNT, StandardWorld::target)
                .account(EMPTY_ACCOUNT, account -> account.alias("empty").role("ci-deploy", r -> r.trusts(BOB_ARN)))
                .account(CHINA_ACCOUNT, StandardWorld::china)
                .managedPolicy(S3_READ_ONLY_POLICY, allow("s3:Get*", "s3:List*"))
                .managedPolicy(LIST_BUCKETS_POLICY, allow("s3:ListAllMyBuckets"));
    }

    private static void build(AccountBuilder account) {
        account.alias("build")
                .user("bob", BOB_KEY_ID, BOB_SECRET, u -> u.policy(allow("sts:AssumeRole", "s3:ListAllMyBuckets"))
                        .mfa(BOB_MFA_SERIAL, BOB_MFA_CODE))
                .user("mallory", MALLORY_KEY_ID, MALLORY_SECRET)
                .rootKey(ROOT_KEY_ID, ROOT_SECRET)
                .role("ci-runner", r -> r.trusts(BOB_ARN)
                        .permissions(allow("sts:AssumeRole", "s3:ListAllMyBuckets", "s3:ListBucket"))
                        .allowTagSession()
                        .allowSourceIdentity())
                .bucket("build-cache", "eu-central-1", Instant.parse("2024-02-29T23:59:59Z"));
    }

    private static void target(AccountBuilder account) {
        account.alias("target")
                .role("ci-deploy", r -> r.trusts(BOB_ARN, CI_RUNNER)
                        .maxSessionDuration(Duration.ofHours(4))
                        .allowTagSession()
                        .allowSourceIdentity())
                .role("partner", r -> r.trusts(BOB_ARN).externalId(PARTNER_EXTERNAL_ID))
                .role("mfa-only", r -> r.trusts(BOB_ARN).requiresMfa())
                .role("no-permission", r -> r.trusts(BOB_ARN).permissions(allow("ec2:DescribeInstances")))
                .role("short", r -> r.trusts(BOB_ARN).maxSessionDuration(Duration.ofHours(1)))
                .role("deployer", r -> r.path("/team/ci/").trusts(BOB_ARN))
                .role("oidc", r -> r.trustsWebIdentity(OIDC_AUDIENCE))
                .role("head-only", r -> r.trusts(BOB_ARN).permissions(allowOn("arn:aws:s3:::app-*", "s3:ListBucket")))
                .role("list-only", r -> r.trusts(BOB_ARN).permissions(allow("s3:ListAllMyBuckets")))
                .role("publisher", r -> r.trusts(BOB_ARN)
                        .permissions(allow("codeartifact:GetAuthorizationToken", "sts:GetServiceBearerToken")))
                .domain(DOMAIN, DOMAIN_REGION)
                .bucket(
                        "app-artifacts",
                        "eu-central-1",
                        Instant.parse("2024-01-15T09:30:00Z"),
                        StandardWorld::artifacts)
                .bucket("app-logs", "eu-central-1", Instant.parse("2024-06-01T00:00:00Z"), StandardWorld::logs)
                .bucket("app-releases", "eu-west-1", Instant.parse("2025-03-10T12:00:00Z"), StandardWorld::releases)
                .bucket("terraform-state", "us-east-1", Instant.parse("2024-01-02T03:04:05Z"), StandardWorld::state)
                .bucket("website.example.com", "eu-central-1", Instant.parse("2026-04-20T18:45:30Z"), b -> b.bare());
    }

    private static void artifacts(BucketBuilder bucket) {
        bucket.objectLock()
                .tag("team", "core")
                .tag("env", "prod")
                .policy(ARTIFACTS_POLICY)
                .expires("", 30)
                .logsTo("app-logs")
                .replicatesTo("arn:aws:s3:::app-releases", true);
    }

    private static void logs(BucketBuilder bucket) {
        bucket.encryption("aws:kms", LOGS_KEY).tag("team", "core");
    }

    private static void releases(BucketBuilder bucket) {
        bucket.versioning("Suspended").publicAccessBlockedBy().objectOwnership("ObjectWriter");
    }

    private static void state(BucketBuilder bucket) {
        bucket.mfaDelete().encryption("aws:kms").bucketKey();
    }

    private static void china(AccountBuilder account) {
        account.partition("aws-cn")
                .alias("china")
                .user("wang", WANG_KEY_ID, WANG_SECRET)
                .role("ci-deploy", r -> r.trusts(WANG_ARN))
                .bucket("app-artifacts", "cn-north-1", Instant.parse("2025-08-08T08:08:08Z"));
    }

    private static String allow(String... actions) {
        return allowOn("*", actions);
    }

    private static String allowOn(String resource, String... actions) {
        return """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["%s"],"Resource":"%s"}}"""
                .formatted(String.join("\",\"", actions), resource);
    }
}
