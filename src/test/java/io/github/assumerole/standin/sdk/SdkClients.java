package io.github.assumerole.standin.sdk;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** SDK clients that neither retry nor read the configuration of the machine. */
final class SdkClients implements AutoCloseable {
    static final AwsCredentials BOB = AwsBasicCredentials.create(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET);
    static final AwsCredentials MALLORY =
            AwsBasicCredentials.create(StandardWorld.MALLORY_KEY_ID, StandardWorld.MALLORY_SECRET);
    static final AwsCredentials ROOT = AwsBasicCredentials.create(StandardWorld.ROOT_KEY_ID, StandardWorld.ROOT_SECRET);

    private final URI endpoint;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final List<SdkAutoCloseable> opened = new ArrayList<>();

    SdkClients(LocalAws aws) {
        this.endpoint = aws.endpoint();
    }

    static AwsCredentials session(Credentials issued) {
        return AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken());
    }

    static List<String> names(ListBucketsResponse response) {
        return response.buckets().stream().map(Bucket::name).toList();
    }

    StsClient sts(AwsCredentials credentials) {
        return opened(configured(StsClient.builder().httpClient(http), credentials, "eu-central-1")
                .build());
    }

    S3Client s3(AwsCredentials credentials, String region) {
        return opened(configured(S3Client.builder().httpClient(http).forcePathStyle(true), credentials, region)
                .build());
    }

    /** An S3 client with bob's session of the role. */
    S3Client s3As(String roleArn) {
        return s3(assume(BOB, roleArn), "eu-central-1");
    }

    AwsCredentials assume(AwsCredentials caller, String roleArn) {
        return session(assume(caller, roleArn, request -> {}).credentials());
    }

    AssumeRoleResponse assume(AwsCredentials caller, String roleArn, Consumer<AssumeRoleRequest.Builder> more) {
        return sts(caller)
                .assumeRole(request -> more.accept(request.roleArn(roleArn).roleSessionName("test")));
    }

    String callerArn(Credentials issued) {
        return sts(session(issued)).getCallerIdentity().arn();
    }

    @Override
    public void close() {
        opened.forEach(SdkAutoCloseable::close);
        http.close();
    }

    private <T extends SdkAutoCloseable> T opened(T client) {
        opened.add(client);
        return client;
    }

    private <B extends AwsClientBuilder<B, ?>> B configured(B builder, AwsCredentials credentials, String region) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build()));
    }
}
