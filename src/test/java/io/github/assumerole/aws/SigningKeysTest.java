package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.standin.StandardWorld;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.http.auth.aws.internal.signer.util.SignerUtils;

/** What the SDK keeps in a static field does not outlive the calls. */
class SigningKeysTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void noKeyStaysThatSignedForARole() throws ReflectiveOperationException {
        scene.assume(StandardWorld.CI_DEPLOY);

        NoSecrets.in(kept(), List.of(StandardWorld.BOB_SECRET));
    }

    @Test
    void noKeyOfARoleStaysOnceItsBucketsWereListed() throws ReflectiveOperationException {
        SessionCredentials session = scene.assume(StandardWorld.CI_DEPLOY);
        List<String> secret = List.of(session.secretAccessKey().reveal());
        BucketCatalog catalog = scene.open().buckets(session, Scene.EVERYTHING);
        catalog.list();
        assertThrows(AssertionFailedError.class, () -> NoSecrets.in(kept(), secret), "then the SDK keeps none itself");

        catalog.close();

        NoSecrets.in(kept(), secret);
    }

    private static String kept() throws ReflectiveOperationException {
        Field keys = SignerUtils.class.getDeclaredField("SIGNER_CACHE");
        keys.setAccessible(true);
        return keys.get(null).toString();
    }
}
