package io.github.assumerole.it;

import io.github.assumerole.standin.StandardWorld;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** For the scripts of src/it-rgw: configures the Ceph RGW that .ci/rgw started, then checks the log. */
public final class Rgw {
    private static final String ENDPOINT = "assume-role.endpointUrl";
    private static final String PROXY = "proxy";

    /**
     * Secret access keys and session tokens in the format of this gateway, and the end of each secret key in .ci/rgw.
     */
    private static final Pattern SECRET = Pattern.compile("\\b[A-Z0-9]{39,40}\\b|[A-Za-z0-9+/]{200}|bPxRfiCYEXAMPLE");

    private Rgw() {}

    /** Configures the gateway as the endpoint. */
    public static void begin(Map<String, Object> context, File basedir) throws IOException {
        Scenario.userProperties(context).put(ENDPOINT, property(basedir, "endpoint"));
    }

    /** Does the same with HTTPS. Only target/rgw/tls/truststore.p12 contains the CA of the certificate. */
    public static void beginOverTls(Map<String, Object> context, File basedir) throws IOException {
        Scenario.userProperties(context).put(ENDPOINT, property(basedir, "tlsEndpoint"));
    }

    /** Does the same, with a proxy that removes the signatures of all S3 requests. */
    public static void beginUnsigned(Map<String, Object> context, File basedir) throws IOException {
        begin(context, basedir);
        SignatureRemovingProxy proxy = SignatureRemovingProxy.to(endpoint(basedir));
        context.put(PROXY, proxy);
        Scenario.userProperties(context)
                .put("assume-role.s3EndpointUrl", proxy.address().toString());
    }

    /**
     * Does the same for other plugins: by the endpoint of the AWS SDK for Java 2.x, and as s3.amazonaws.com, through a
     * proxy, for version 1.x, which has no setting for the endpoint.
     */
    public static void beginAsAws(Map<String, Object> context, File basedir)
            throws IOException, GeneralSecurityException {
        begin(context, basedir);
        AwsHosts hosts =
                AwsHosts.at(URI.create(property(basedir, "tlsEndpoint")).getPort());
        context.put(PROXY, hosts);
        Path truststore = basedir.toPath().resolve("truststore.p12");
        Truststore.write(truststore, rgw(basedir).resolve("tls/ca.pem"));
        Scenario.userProperties(context)
                .putAll(Map.of(
                        "aws.endpointUrlS3", property(basedir, "endpoint"),
                        "https.proxyHost", "127.0.0.1",
                        "https.proxyPort", String.valueOf(hosts.port()),
                        "javax.net.ssl.trustStore", truststore.toString(),
                        "javax.net.ssl.trustStorePassword", Truststore.PASSWORD));
    }

    /** Writes a session of a role to the file {@code credentials} of the build. */
    public static void session(File basedir, String role) throws IOException {
        write(basedir, assume(basedir, role, Duration.ofHours(1)));
    }

    /** Does the same with an expired session. */
    public static void expiredSession(File basedir, String role) throws IOException, InterruptedException {
        Credentials session = assume(basedir, role, Duration.ofSeconds(1));
        write(basedir, session);
        Thread.sleep(Duration.between(Instant.now(), session.expiration())
                .plusSeconds(1)
                .toMillis());
    }

    /** Fails if the log contains a secret. */
    public static BuildLog end(Map<String, Object> context, File basedir) throws IOException {
        if (context.get(PROXY) instanceof Closeable proxy) {
            proxy.close();
        }
        BuildLog log = new BuildLog(basedir);
        log.containsNo(line -> SECRET.matcher(line).find());
        return log;
    }

    /** The keys of all objects in a bucket of the user mallory, sorted. */
    public static List<String> objects(File basedir, String bucket) throws IOException {
        try (S3Client s3 = S3Client.builder()
                .endpointOverride(endpoint(basedir))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIAMALLORY7EXAMPLE1", "mAlLoRyXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLE1")))
                .build()) {
            return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                    .map(S3Object::key)
                    .sorted()
                    .toList();
        }
    }

    private static Credentials assume(File basedir, String role, Duration duration) throws IOException {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(endpoint(basedir))
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(StandardWorld.BOB_KEY_ID, StandardWorld.BOB_SECRET)))
                .build()) {
            return sts.assumeRole(call -> call.roleArn("arn:aws:iam:::role/" + role)
                            .roleSessionName("before-the-build")
                            .durationSeconds((int) duration.toSeconds()))
                    .credentials();
        }
    }

    private static void write(File basedir, Credentials session) throws IOException {
        Files.writeString(
                basedir.toPath().resolve("credentials"),
                String.format(
                        "[default]%naws_access_key_id=%s%naws_secret_access_key=%s%naws_session_token=%s%n",
                        session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }

    private static URI endpoint(File basedir) throws IOException {
        return URI.create(property(basedir, "endpoint"));
    }

    /** The directory of the gateway; the builds are in target/it-rgw. */
    private static Path rgw(File basedir) {
        return basedir.toPath().resolve("../../rgw");
    }

    /** A property that .ci/rgw wrote. */
    private static String property(File basedir, String name) throws IOException {
        Path file = rgw(basedir).resolve("rgw.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.getProperty(name);
    }
}
