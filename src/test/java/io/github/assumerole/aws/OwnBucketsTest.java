package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.role.Caller;
import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The buckets of the account of the base credentials. */
class OwnBucketsTest {
    private static final String LISTER_KEY_ID = "AKIALISTEROFBUILDEX1";
    private static final String LISTER_SECRET = "lIsTeRXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY4";
    private static final String MAY_LIST =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:ListAllMyBuckets\",\"Resource\":\"*\"}}";

    private final AwsScenario scene = new AwsScenario(World.standard()
                    .account(
                            StandardWorld.BUILD_ACCOUNT,
                            account ->
                                    account.user("lister", LISTER_KEY_ID, LISTER_SECRET, user -> user.policy(MAY_LIST)))
                    .build())
            .as(LISTER_KEY_ID, LISTER_SECRET);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void usesAccountOfCredentials() {
        Aws.OwnBuckets own = scene.open().ownBuckets(AwsScenario.EVERYTHING);

        assertEquals(
                Optional.of(
                        new Caller("arn:aws:iam::111122223333:user/lister", Optional.of(StandardWorld.BUILD_ACCOUNT))),
                own.caller());
        assertEquals(
                List.of("build-cache"),
                AwsScenario.list(own.catalog()).stream().map(Bucket::name).toList());
        assertEquals(0, scene.aws.calls("AssumeRole").size());
    }

    static Stream<Named<Fault>> failures() {
        String anonymous = "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>";
        return Stream.of(
                Named.of("an unsupported call", Fault.rgwError(405, "MethodNotAllowed")),
                Named.of("HTML", Fault.html(200)),
                Named.of("nothing", Fault.empty(200)),
                Named.of("response without a caller", Fault.body(200, "text/xml", anonymous)),
                Named.of("a cut connection", Fault.cut()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void listsWithoutCallerIdentity(Fault fault) {
        scene.aws.faultAlways("GetCallerIdentity", fault);

        Aws.OwnBuckets own = scene.open().ownBuckets(AwsScenario.EVERYTHING);

        assertEquals(Optional.empty(), own.caller());
        assertEquals(1, AwsScenario.list(own.catalog()).size());
    }

    @Test
    void acceptsCallerWithoutAccount() {
        scene.aws.fault(
                "GetCallerIdentity",
                Fault.body(
                        200,
                        "text/xml",
                        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam:::user/lister</Arn>"
                                + "<Account/></GetCallerIdentityResult></GetCallerIdentityResponse>"));

        assertEquals(
                Optional.of(new Caller("arn:aws:iam:::user/lister", Optional.empty())),
                scene.open().ownBuckets(AwsScenario.EVERYTHING).caller());
    }
}
