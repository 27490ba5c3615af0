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

/** What the scripts of src/it-rgw say: begin with the gateway that .ci/rgw started, then look at what the build did. */
public final class Rgw {
    private static final String ENDPOINT = "assume-role.endpointUrl";
    private static final String ROUTE = "unsigned";

    /** What this gateway issues as a secret access key or a session token, and the end of each key in .ci/rgw. */
    private static final Pattern SECRET = Pattern.compile("\\b[A-Z0-9]{39,40}\\b|[A-Za-z0-9+/]{200}|bPxRfiCYEXAMPLE");

    private Rgw() {}

    /** Points the build at the gateway. */
    public static void begin(Map<String, Object> context, File basedir) throws IOException {
        userProperties(context).put(ENDPOINT, told(basedir, "endpoint"));
    }

    /** The same over https, with a certificate of a CA that nobody knows but target/rgw/tls/truststore.p12. */
    public static void beginOverTls(Map<String, Object> context, File basedir) throws IOException {
        userProperties(context).put(ENDPOINT, told(basedir, "tlsEndpoint"));
    }

    /** The same, but on their way to S3 all requests lose their signatures. */
    public static void beginUnsigned(Map<String, Object> context, File basedir) throws IOException {
        begin(context, basedir);
        UnsignedRoute route = UnsignedRoute.to(endpoint(basedir));
        context.put(ROUTE, route);
        userProperties(context).put("assume-role.s3EndpointUrl", route.address().toString());
    }

    /** Writes a session of a role into the file {@code credentials} of the build. */
    public static void session(File basedir, String role) throws IOException {
        write(basedir, assume(basedir, role, Duration.ofHours(1)));
    }

    /** The same with a session that has just expired. */
    public static void expiredSession(File basedir, String role) throws IOException, InterruptedException {
        Credentials session = assume(basedir, role, Duration.ofSeconds(1));
        write(basedir, session);
        Thread.sleep(Duration.between(Instant.now(), session.expiration())
                .plusSeconds(1)
                .toMillis());
    }

    /** Makes sure that the build printed no secret. */
    public static BuildLog end(Map<String, Object> context, File basedir) throws IOException {
        if (context.get(ROUTE) instanceof UnsignedRoute route) {
            route.close();
        }
        BuildLog log = BuildLog.in(basedir);
        log.showsNo(line -> SECRET.matcher(line).find());
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
        return URI.create(told(basedir, "endpoint"));
    }

    /** What .ci/rgw told about itself; the builds are in target/it-rgw. */
    private static String told(File basedir, String name) throws IOException {
        Path file = basedir.toPath().resolve("../../rgw/rgw.properties");
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            told.load(reader);
        }
        return told.getProperty(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> userProperties(Map<String, Object> context) {
        return (Map<Object, Object>) context.get("userProperties");
    }
}
