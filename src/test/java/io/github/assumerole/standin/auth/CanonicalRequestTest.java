package io.github.assumerole.standin.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.text.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalRequestTest {
    private static final String EMPTY_HASH = Digests.sha256Hex(new byte[0]);

    /** The example in the AWS documentation of Signature Version 4. */
    @Test
    void matchesTheExampleOfTheAwsDocumentation() {
        HttpRequest request = new HttpRequest(
                "GET",
                "/?Action=ListUsers&Version=2010-05-08",
                Map.of(
                        "content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"),
                        "host", List.of("iam.amazonaws.com"),
                        "x-amz-date", List.of("20150830T123600Z")),
                new byte[0]);

        String canonical =
                CanonicalRequest.of(request, "iam", List.of("content-type", "host", "x-amz-date"), EMPTY_HASH);

        assertEquals(
                "f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59",
                Digests.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void onlyS3EncodesAPathOnce() {
        assertEquals("/a%20b/c", line("/a%20b/c", "s3", 1));
        assertEquals("/a%2520b/c", line("/a%20b/c", "sts", 1));
        assertEquals("/c", line("/a/../c", "sts", 1));
    }

    @Test
    void sortsTheQueryByNameThenValue() {
        assertEquals("a=&a-b=1&b=%2B2&b=1", line("/?b=1&a-b=1&b=%2B2&a", "s3", 2));
    }

    @Test
    void collapsesSpacesInHeaders() {
        HttpRequest request = new HttpRequest("GET", "/", Map.of("x-amz-meta", List.of(" a   b ", "c")), new byte[0]);

        String canonical = CanonicalRequest.of(request, "s3", List.of("x-amz-meta"), EMPTY_HASH);

        assertEquals("x-amz-meta:a b,c", canonical.split("\n")[3]);
    }

    private static String line(String target, String service, int index) {
        HttpRequest request = new HttpRequest("GET", target, Map.of(), new byte[0]);
        return Arrays.asList(CanonicalRequest.of(request, service, List.of("host"), EMPTY_HASH)
                        .split("\n"))
                .get(index);
    }
}
