package io.github.assumerole.aws;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketCatalog;
import io.github.assumerole.role.AccessFailed;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** Lists the buckets of an account by calling S3, page by page. */
final class S3BucketCatalog implements BucketCatalog {
    /** The most that S3 gives at once; without a page size it refuses accounts with a bucket quota above that. */
    private static final int AWS_PAGE_SIZE = 10_000;

    /** The owner that Ceph RGW names to one who has not signed, along with no buckets. */
    private static final String NOBODY = "anonymous";

    private final Clients clients;
    private final BaseCredentials credentials;
    private final Region region;
    private final BucketQuery query;
    private final Consumer<String> log;
    private final Clock clock;

    S3BucketCatalog(
            AwsConnection connection,
            BaseCredentials credentials,
            Region region,
            BucketQuery query,
            Consumer<String> log,
            Clock clock) {
        this.clients = new Clients(connection);
        this.credentials = credentials;
        this.region = region;
        this.query = query;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<Bucket> list() {
        Wire wire = new Wire();
        try (S3Client s3 = clients.s3(credentials.credentials(), region, wire)) {
            return allPages(s3, wire);
        } catch (SdkException exception) {
            throw failed(SdkFailure.of(exception, wire, credentials.secrets(), clock));
        }
    }

    private List<Bucket> allPages(S3Client s3, Wire wire) {
        OptionalInt pageSize = pageSize(query, s3);
        List<Bucket> buckets = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Optional<String> next = Optional.empty();
        do {
            ListBucketsResponse page = page(s3, pageSize, next);
            requireListing(page, wire);
            page.buckets().forEach(bucket -> buckets.add(read(bucket)));
            next = Optional.ofNullable(page.continuationToken()).filter(token -> !token.isEmpty());
            next.ifPresent(token -> {
                if (!tokens.add(token)) {
                    throw looping(wire);
                }
                log.accept(String.format(Locale.ROOT, "Listing buckets: %,d so far ...", buckets.size()));
            });
        } while (next.isPresent());
        return buckets;
    }

    private ListBucketsResponse page(S3Client s3, OptionalInt pageSize, Optional<String> next) {
        return s3.listBuckets(call -> {
            pageSize.ifPresent(call::maxBuckets);
            next.ifPresent(call::continuationToken);
            if (!query.prefix().isEmpty()) {
                call.prefix(query.prefix());
            }
        });
    }

    /** The SDK reads a page of HTML, or nothing at all, as an account without buckets. S3 always names the owner. */
    private void requireListing(ListBucketsResponse page, Wire wire) {
        if (page.owner() == null || !page.buckets().stream().allMatch(S3BucketCatalog::hasName)) {
            throw failed(SdkFailure.noSense(wire, credentials.secrets()));
        }
        if (NOBODY.equals(page.owner().id())) {
            throw new AccessFailed(
                    attempt(),
                    endpoint(wire) + " answered as if nobody had signed the request (owner " + NOBODY
                            + "), which proves nothing about the account.",
                    List.of("check that nothing between this machine and the server removes the Authorization header"));
        }
    }

    private static boolean hasName(software.amazon.awssdk.services.s3.model.Bucket bucket) {
        return bucket.name() != null && !bucket.name().isEmpty();
    }

    /** Servers other than AWS may cut the list at the page size without a word of there being more. */
    static OptionalInt pageSize(BucketQuery query, S3Client s3) {
        return query.pageSize().isPresent() || Clients.hasOwnEndpoint(s3)
                ? query.pageSize()
                : OptionalInt.of(AWS_PAGE_SIZE);
    }

    private static Bucket read(software.amazon.awssdk.services.s3.model.Bucket bucket) {
        return new Bucket(
                bucket.name(),
                Optional.ofNullable(bucket.bucketRegion()).filter(region -> !region.isEmpty()),
                Optional.ofNullable(bucket.creationDate()));
    }

    private AccessFailed looping(Wire wire) {
        return new AccessFailed(
                attempt(),
                endpoint(wire) + " gave the same continuation token twice, so the list has no end.",
                List.of("leave <pageSize> out for this server"));
    }

    private static String endpoint(Wire wire) {
        return wire.endpoint().map(URI::toString).orElse("S3");
    }

    private AccessFailed failed(SdkFailure failure) {
        return new AccessFailed(
                attempt(),
                failure.sentence("S3"),
                new S3Advice(credentials).on(failure),
                failure.network().orElse(null));
    }

    private String attempt() {
        return "Cannot list the buckets, with credentials from " + credentials.source();
    }
}
