package io.github.assumerole.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.aws.CaBundle;
import io.github.assumerole.aws.ClientCache;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.LocalProxy;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.TlsRelay;
import io.github.assumerole.standin.http.KeepAliveRelay;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that follow each other use one connection, also those of several goals. */
class S3ConnectionsTest {
    private static final BucketQuery IN_PAGES = new BucketQuery("", OptionalInt.of(1), Optional.empty());
    private static final BucketQuery AT_ONCE = new BucketQuery("", OptionalInt.empty(), Optional.empty());

    private final AwsScenario scene = new AwsScenario();
    private final KeepAliveRelay relay = new KeepAliveRelay(scene.aws.endpoint());
    private final Map<Object, Object> clients = new ConcurrentHashMap<>();
    private SessionCredentials session;

    @TempDir
    private Path dir;

    /** Keeps clients as a build does. */
    private final class Clients implements ClientCache {
        @Override
        public <T> T get(Object key, Class<T> type, Supplier<T> creator) {
            return type.cast(clients.computeIfAbsent(key, missing -> creator.get()));
        }
    }

    @AfterEach
    void close() {
        clients.values().forEach(client -> ((S3Calls) client).close());
        relay.close();
        scene.close();
    }

    private BucketCatalog catalog(BucketQuery query) {
        if (session == null) {
            session = scene.assume(StandardWorld.CI_DEPLOY);
            scene.endpoint(Optional.of(relay.endpoint()));
        }
        return scene.open().buckets(session, query);
    }

    @Test
    void pagesAndCallsOfAGoalUseOneConnection() {
        try (BucketCatalog catalog = catalog(IN_PAGES)) {
            List<Bucket> buckets = catalog.list().value().orElseThrow();
            buckets.forEach(bucket -> catalog.read(Setting.VERSIONING, bucket));
            catalog.lookUp("app-logs");
        }

        assertTrue(relay.requests() > 10, () -> relay.requests() + " requests");
        assertEquals(1, relay.connections());
    }

    /** The JDK closes a connection whose response is not read to its end. */
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409})
    void keepsTheConnectionAfterAnError(int status) {
        scene.aws.fault("ListBuckets", Fault.error(status, "SomeError", "x".repeat(20_000)));
        try (BucketCatalog catalog = catalog(AT_ONCE)) {
            assertTrue(catalog.list().reason().isPresent());
            catalog.lookUp("app-missing");
            catalog.lookUpAnywhere("app-missing");
            catalog.read(Setting.TAGS, new Bucket("app-missing", Optional.empty(), Optional.empty()));
            assertTrue(catalog.list().value().isPresent());
        }

        assertEquals(1, relay.connections());
    }

    @Test
    void goalsOfABuildShareTheConnectionOfTls() throws Exception {
        String host = "s3.eu-central-1.amazonaws.com";
        try (TlsRelay tls = TlsRelay.to(relay.endpoint(), host, dir);
                LocalProxy proxy = LocalProxy.to(tls.address())) {
            session = scene.assume(StandardWorld.CI_DEPLOY);
            scene.clients(new Clients())
                    .endpoint(Optional.of(URI.create("https://" + host)))
                    .proxy(new HttpProxy(proxy.host(), proxy.port(), Optional.empty(), List.of(), "HTTPS_PROXY"))
                    .trust(CaBundle.read(Files.writeString(dir.resolve("ca.pem"), tls.certificate())));

            for (int module = 0; module < 3; module++) {
                try (BucketCatalog catalog = catalog(AT_ONCE)) {
                    assertTrue(catalog.list().value().isPresent());
                }
            }

            assertEquals(3, relay.requests());
            assertEquals(1, relay.connections());
            assertEquals(1, clients.size());
        }
    }

    @Test
    void anotherSessionHasAnotherClient() {
        scene.clients(new Clients());
        catalog(AT_ONCE).list();
        scene.endpoint(Optional.of(scene.aws.endpoint()));
        session = scene.assume(StandardWorld.CI_DEPLOY);
        catalog(AT_ONCE).list();

        assertEquals(2, clients.size());
        clients.keySet()
                .forEach(key -> assertTrue(
                        !key.toString().contains(session.secretAccessKey().reveal())));
    }
}
