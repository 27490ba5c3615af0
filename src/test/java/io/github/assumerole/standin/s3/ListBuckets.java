package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.Account;
import io.github.assumerole.standin.iam.Caller;
import io.github.assumerole.standin.text.XmlWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The operation ListBuckets. */
final class ListBuckets {
    private static final Set<String> KNOWN =
            Set.of("max-buckets", "continuation-token", "prefix", "bucket-region", "x-id");
    private static final int MOST_IN_A_PAGE = 10_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final BucketStore buckets;
    private final ContinuationTokens tokens = new ContinuationTokens();

    ListBuckets(BucketStore buckets) {
        this.buckets = buckets;
    }

    HttpResponse handle(Parameters parameters, Caller caller, String signingRegion) {
        requireKnown(parameters);
        caller.denial("s3:ListAllMyBuckets", Bucket.arn(caller.account().partition(), "*"))
                .ifPresent(why -> {
                    throw AwsErrorException.accessDenied("User: %s is not authorized to perform: s3:ListAllMyBuckets %s"
                            .formatted(caller.arn(), why));
                });
        Account account = caller.account();
        Optional<Integer> max = maxBuckets(parameters);
        if (max.isEmpty() && account.bucketQuota() > MOST_IN_A_PAGE) {
            throw new AwsErrorException(
                    400,
                    "InvalidRequest",
                    "Unpaginated ListBuckets requests are not supported for accounts with a bucket quota above "
                            + MOST_IN_A_PAGE + ". Specify max-buckets.");
        }
        String prefix = parameters.get("prefix").orElse("");
        Optional<String> region = parameters.get("bucket-region");
        region.filter(other -> !other.equals(signingRegion)).ifPresent(other -> {
            throw invalid("Buckets of the region " + other + " are listed by the endpoint of that region only");
        });
        String scope = String.join("|", account.id(), prefix, region.orElse(""));
        String after = parameters
                .get("continuation-token")
                .map(token -> tokens.resume(scope, token)
                        .orElseThrow(() -> invalid("The continuation token provided is incorrect")))
                .orElse("");
        Stream<Bucket> rest = buckets.of(account, after)
                .filter(bucket -> bucket.name().startsWith(prefix))
                .filter(bucket -> region.isEmpty() || region.get().equals(bucket.region()));
        boolean withRegion = parameters.values().keySet().stream().anyMatch(name -> !name.equals("x-id"));
        if (max.isEmpty() && buckets.generatedOf(account).isPresent()) {
            return S3Protocol.streamed(out -> writeAll(rest, out));
        }
        List<Bucket> more =
                rest.limit(max.map(size -> size + 1L).orElse(Long.MAX_VALUE)).toList();
        List<Bucket> page = more.subList(0, Math.min(more.size(), max.orElse(more.size())));
        Optional<String> next = page.size() < more.size()
                ? Optional.of(tokens.issue(scope, page.get(page.size() - 1).name()))
                : Optional.empty();
        return S3Protocol.success(S3Protocol.document("ListAllMyBucketsResult", xml -> {
            xml.element("Owner", owner -> owner.element("ID", account.canonicalId())
                    .element("DisplayName", account.alias()));
            xml.element("Buckets", list -> page.forEach(bucket -> write(bucket, withRegion, list)));
            next.ifPresent(token -> xml.element("ContinuationToken", token));
            parameters.get("prefix").ifPresent(value -> xml.element("Prefix", value));
        }));
    }

    /** Several servers send no owner, and no regions. */
    private static void writeAll(Stream<Bucket> all, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("<ListAllMyBucketsResult><Buckets>");
        for (Bucket bucket : (Iterable<Bucket>) all::iterator) {
            text.write(XmlWriter.fragment(xml -> write(bucket, false, xml)));
        }
        text.write("</Buckets></ListAllMyBucketsResult>");
        text.flush();
    }

    private static void write(Bucket bucket, boolean withRegion, XmlWriter xml) {
        xml.element("Bucket", element -> {
            element.element("Name", bucket.name()).element("CreationDate", TIME.format(bucket.creationDate()));
            if (withRegion) {
                element.element("BucketRegion", bucket.region());
            }
        });
    }

    private static void requireKnown(Parameters parameters) {
        parameters.values().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new AwsErrorException(
                            501, "NotImplemented", "The query parameter " + name + " is not implemented");
                });
    }

    private static Optional<Integer> maxBuckets(Parameters parameters) {
        return parameters.get("max-buckets").map(text -> {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_IN_A_PAGE) {
                throw invalid("Argument max-buckets must be an integer between 1 and " + MOST_IN_A_PAGE);
            }
            return Integer.parseInt(text);
        });
    }

    private static AwsErrorException invalid(String message) {
        return new AwsErrorException(400, "InvalidArgument", message);
    }
}
