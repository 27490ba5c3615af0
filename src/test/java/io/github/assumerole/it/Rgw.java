package io.github.assumerole.it;

import io.github.assumerole.standin.StandardWorld;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** For the scripts of src/it-rgw: configures the Ceph RGW that .ci/rgw started, then checks the log. */
public final class Rgw {
    private static final String ENDPOINT = "assume-role.endpointUrl";
    private static final String PROXY = "unsigned";

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
        if (context.get(PROXY) instanceof SignatureRemovingProxy proxy) {
            proxy.close();
        }
        BuildLog log = new BuildLog(basedir);
        log.containsNo(line -> SECRET.matcher(line).find());
        return log;
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

    /** A property that .ci/rgw wrote; the builds are in target/it-rgw. */
    private static String property(File basedir, String name) throws IOException {
        Path file = basedir.toPath().resolve("../../rgw/rgw.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.getProperty(name);
    }
}
