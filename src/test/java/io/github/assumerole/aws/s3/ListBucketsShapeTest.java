package io.github.assumerole.aws.s3;

import static io.github.assumerole.aws.AwsScenario.EVERYTHING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsScenario;
import io.github.assumerole.aws.BucketQuery;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of buckets is complete only in the shape that S3 documents. */
class ListBucketsShapeTest extends S3TestCase {
    private static final String API = "ListBuckets";
    private static final String OWNER = "<Owner><ID>8a6f</ID><DisplayName>me</DisplayName></Owner>";
    private static final String APP = "<Buckets><Bucket><Name>app</Name></Bucket></Buckets>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                OWNER + APP,
                APP + OWNER,
                APP,
                "<Owner/>" + APP,
                "\n  <Buckets>\n  <Bucket>\n <Name>\napp </Name>\n</Bucket> </Buckets>\n",
                "<!-- S3 --><Buckets><?x?><Bucket><!-- one --><Name>a<!-- - -->p<![CDATA[p]]></Name></Bucket></Buckets>",
                APP + "<ContinuationToken/><Prefix/>",
                APP + "<IsTruncated>false</IsTruncated><MaxKeys>1000</MaxKeys><KeyCount>1</KeyCount>",
                APP + "<IsTruncated/><Marker/><NextMarker></NextMarker><EncodingType> </EncodingType>",
                "<Buckets><Bucket><Location>x</Location><Name>app</Name><Grants><Grant>y</Grant></Grants></Bucket></Buckets>",
            })
    void acceptsList(String content) {
        scene.aws.fault(API, response(content));

        assertEquals(List.of("app"), names(EVERYTHING));
        assertEquals(List.of(), scene.log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<IsTruncated>true</IsTruncated><NextMarker>b</NextMarker> | with <NextMarker>",
                "<IsTruncated>true</IsTruncated>                           | with <IsTruncated>",
                "<IsTruncated>TRUE</IsTruncated>                           | with <IsTruncated>",
                "<IsTruncated>1</IsTruncated><ContinuationToken>t</ContinuationToken> | with <IsTruncated>",
                "<NextMarker>b</NextMarker>                                | with <NextMarker>",
                "<IsTruncated>false</IsTruncated><NextMarker>b</NextMarker> | with <NextMarker>",
                "<NextContinuationToken>b</NextContinuationToken>          | with <NextContinuationToken>",
                "<Marker>b</Marker>                                        | with <Marker>",
                "<MaxKeys>1</MaxKeys>                                      | with <MaxKeys>",
                "<Prefix>a</Prefix>                                        | with a <Prefix> that was not requested",
                "<Bucket><Name>b</Name></Bucket>                           | with <Bucket> outside of <Buckets>",
                "<Bucket/>                                                 | with <Bucket> outside of <Buckets>",
                "<More><Bucket><Name>b</Name></Bucket></More>              | with <Bucket> outside of <Buckets>",
                "<Buckets><Bucket><Name>b</Name></Bucket></Buckets>        | with a second <Buckets>",
                "<Buckets/>                                                | with a second <Buckets>",
                "<Error><Code>InternalError</Code></Error>                 | with <Error>",
                "and more                                                  | with text outside of its elements",
                "<![CDATA[and more]]>                                      | with text outside of its elements",
            })
    void rejectsListWithMore(String more, String flaw) {
        assertIncomplete(APP + more, flaw);
        assertIncomplete(more + APP, flaw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                        | without <Buckets>",
                "<Owner><ID>8a6f</ID></Owner>                              | without <Buckets>",
                "<Bucket><Name>app</Name></Bucket>                         | with <Bucket> outside of <Buckets>",
                "<Buckets><Bucket/></Buckets>                              | NAME",
                "<Buckets><Bucket><Name/></Bucket></Buckets>               | NAME",
                "<Buckets><Bucket><Name> </Name></Bucket></Buckets>        | NAME",
                "<Buckets><Bucket><Name>a</Name><Name>b</Name></Bucket></Buckets> | NAME",
                "<Buckets><Name>b</Name></Buckets>                         | with <Name> in <Buckets>",
                "<Buckets><IsTruncated>true</IsTruncated></Buckets>        | with <IsTruncated> in <Buckets>",
                "<Buckets>app</Buckets>                                    | with text outside of its elements",
                "<Buckets><Bucket><Name>a</Name><Bucket><Name>b</Name></Bucket></Bucket></Buckets> | with <Bucket> outside of <Buckets>",
            })
    void rejectsListInOtherShape(String content, String flaw) {
        assertIncomplete(content, flaw.replace("NAME", "with a <Bucket> that does not have exactly one <Name>"));
    }

    private void assertIncomplete(String content, String flaw) {
        scene.aws.fault(API, response(content));

        UnknownReason reason = scene.listingReason(scene.open().buckets(session, EVERYTHING));

        assertEquals(UnknownReason.Kind.PERMANENT, reason.kind());
        assertEquals(
                scene.aws.endpoint() + " returned a list of buckets " + flaw
                        + ", which S3 does not document, so the list may be incomplete.",
                reason.failure().cameBack());
        assertEquals(
                List.of("if all rules name single buckets, set <lookup> to head, which needs no list"),
                reason.failure().advice());
    }

    /** One flaw on any page makes the whole list incomplete. */
    @Test
    void rejectsSecondPageInOtherShape() {
        scene.aws.fault(API, response(APP + "<ContinuationToken>2</ContinuationToken>"), response("<Owner/>"));

        String cameBack = failure().cameBack();

        assertTrue(cameBack.contains(" without <Buckets>, which "), cameBack);
    }

    /** The name of an element is text of the server, of any length, and may contain a credential that was sent. */
    @Test
    void printsElementNameSafely() {
        String name = "x".repeat(2_000);
        scene.aws.fault(API, response(APP + "<" + name + ">1</" + name + ">"));

        assertTrue(failure().cameBack().length() < 1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ListBucketResult><Buckets/></ListBucketResult>",
                "<ListAllMyBucketsResult><Buckets/>",
                "<ListAllMyBucketsResult><Buckets></ListAllMyBucketsResult>",
                "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult><Buckets/>",
                "<!DOCTYPE x><ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>",
                "<Error><Code>SlowDown</Code></Error>",
                "text"
            })
    void rejectsOtherDocument(String document) {
        scene.aws.fault(API, Fault.body(200, "application/xml", document));

        assertInvalid();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 206})
    void rejectsOtherSuccessStatus(int status) {
        scene.aws.fault(
                API,
                Fault.body(status, "application/xml", "<ListAllMyBucketsResult>" + APP + "</ListAllMyBucketsResult>"));

        assertInvalid();
    }

    private void assertInvalid() {
        String cameBack = failure().cameBack();

        assertTrue(cameBack.contains("returned a response that is not valid for S3, or is incomplete"), cameBack);
    }

    @Test
    void acceptsRequestedPrefix() {
        scene.aws.fault(API, response(APP + "<Prefix>a</Prefix>"));

        assertEquals(List.of("app"), names(new BucketQuery("a", OptionalInt.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T09:30:00Z,               2024-01-15T09:30:00Z",
        "2024-01-15T09:30:00.123456789Z,     2024-01-15T09:30:00.123Z",
        "2024-01-15T11:30:00+02:00,          2024-01-15T09:30:00Z",
    })
    void readsCreationDate(String date, Instant instant) {
        scene.aws.fault(API, response(dated(date)));

        assertEquals(
                List.of(new Bucket("app", Optional.empty(), Optional.of(instant))),
                AwsScenario.list(scene.open().buckets(session, EVERYTHING)));
    }

    /** Whether a bucket exists does not depend on its date. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "once",
                "2024-01-15T09:30:00",
                "2024-01-15",
                "1705311000",
                "+999999999-01-01T00:00:00Z",
                "Mon, 15 Jan 2024 09:30:00 GMT"
            })
    void listsBucketWithUnreadableCreationDate(String date) {
        scene.aws.fault(
                API, response(dated(date) + "<ContinuationToken>2</ContinuationToken>"), response(dated("x", "b")));

        assertEquals(
                List.of(
                        new Bucket("app", Optional.empty(), Optional.empty()),
                        new Bucket("b", Optional.empty(), Optional.empty())),
                AwsScenario.list(scene.open().buckets(session, EVERYTHING)));
        assertEquals(
                List.of(
                        "Listing buckets: 1 so far ...",
                        "The list has no readable creation date of 2 buckets, such as '" + date + "' for app"),
                scene.log);
    }

    private static String dated(String date) {
        return dated(date, "app");
    }

    private static String dated(String date, String name) {
        return "<Buckets><Bucket><Name>" + name + "</Name><CreationDate>" + date + "</CreationDate></Bucket></Buckets>";
    }

    private List<String> names(BucketQuery query) {
        return AwsScenario.list(scene.open().buckets(session, query)).stream()
                .map(Bucket::name)
                .toList();
    }

    private AwsAccessException failure() {
        return scene.listingReason(scene.open().buckets(session, EVERYTHING)).failure();
    }

    private static Fault response(String content) {
        return Fault.body(
                200,
                "application/xml",
                "<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + content
                        + "</ListAllMyBucketsResult>");
    }
}
