package io.github.assumerole.aws;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.Doubt;
import io.github.assumerole.bucket.Sighting;
import io.github.assumerole.text.Printable;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;

/**
 * Looks for single buckets with HeadBucket. Neither 403 nor a redirection is taken for a bucket that is there, nor any
 * answer for one of S3 that might be a proxy's.
 */
final class S3Lookup {
    private static final String API = "HeadBucket";
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Accounts that nobody has; the second is for test servers whose one account is the first. */
    private static final String NOBODY = "000000000000";

    private static final String NOBODY_ELSE = "999999999999";

    private final S3Calls calls;
    private final Optional<String> account;
    private Optional<Boolean> ownerMatters = Optional.empty();

    /** @param account the id of the account that must own a bucket; empty when unknown, which proves no bucket */
    S3Lookup(S3Calls calls, Optional<String> account) {
        this.calls = calls;
        this.account = account;
    }

    Sighting look(String name) {
        S3Answer<HeadBucketResponse> answer = headWhereItLies(name, Optional.empty(), account);
        return account.isPresent() && answer.isRefusal(FORBIDDEN)
                ? lookForStrangers(name, answer.region().id())
                : ours(name, answer);
    }

    Sighting lookAnywhere(String name) {
        S3Answer<HeadBucketResponse> answer = head(name, calls.region(), Optional.empty());
        return answer.value().isPresent() || answer.elsewhere().isPresent()
                ? Sighting.foreign(name, answer.evidence())
                : unseen(name, answer);
    }

    /** What an answer says to one who named the owner. */
    private Sighting ours(String name, S3Answer<HeadBucketResponse> answer) {
        if (answer.value().isEmpty()) {
            return unseen(name, answer);
        }
        return doubtOfOwner(name, answer)
                .map(doubt -> Sighting.unknown(name, doubt))
                .orElseGet(() ->
                        Sighting.present(new Bucket(name, answer.bucketRegion(), Optional.empty()), answer.evidence()));
    }

    /**
     * What is refused to its owner, but shown to anybody, is somebody else's; what is refused to all may be ours. The
     * owner asks once more, since a refusal may have had a reason that went away: a permission so new that it was not
     * everywhere yet, or a wrong clock, which the SDK corrected by that very refusal.
     */
    private Sighting lookForStrangers(String name, String region) {
        S3Answer<HeadBucketResponse> shown = headWhereItLies(name, Optional.of(region), Optional.empty());
        if (shown.value().isEmpty()) {
            return unseen(name, shown);
        }
        S3Answer<HeadBucketResponse> again = headWhereItLies(name, Optional.of(region), account);
        return again.isRefusal(FORBIDDEN) ? Sighting.foreign(name, shown.evidence()) : ours(name, again);
    }

    private Sighting unseen(String name, S3Answer<HeadBucketResponse> answer) {
        return answer.isRefusal(NOT_FOUND)
                ? Sighting.absent(name, answer.evidence())
                : Sighting.unknown(name, doubts(name, answer).onFailureOf(answer));
    }

    private Optional<Doubt> doubtOfOwner(String name, S3Answer<HeadBucketResponse> answer) {
        return account.isPresent()
                ? doubtOfOwner(name, account.get(), answer)
                : Optional.of(doubts(name, answer)
                        .onWorthless(
                                answer,
                                "has this bucket, but nobody knows which account ours is, so it may be anybody's.",
                                "set <lookup> to list, with which the account itself tells its buckets"));
    }

    /** AWS checks the owner that we name. Another server may ignore it, so it has to refuse a wrong one first. */
    private synchronized Optional<Doubt> doubtOfOwner(
            String name, String owner, S3Answer<HeadBucketResponse> confirmation) {
        if (ownerMatters.isEmpty() && calls.haveCustomEndpoint()) {
            String wrong = owner.equals(NOBODY) ? NOBODY_ELSE : NOBODY;
            S3Answer<HeadBucketResponse> answer =
                    headWhereItLies(name, Optional.of(confirmation.region().id()), Optional.of(wrong));
            if (answer.value().isEmpty() && !answer.isRefusal(FORBIDDEN)) {
                return Optional.of(doubts(name, answer).onFailureOf(answer));
            }
            ownerMatters = Optional.of(answer.value().isEmpty());
        }
        return ownerMatters.filter(matters -> !matters).map(ignored -> doubts(name, confirmation)
                .onWorthless(
                        confirmation,
                        "has this bucket, but confirms any owner of it, so it may be anybody's.",
                        "set <lookup> to list, with which the account itself tells its buckets"));
    }

    private S3Answer<HeadBucketResponse> headWhereItLies(String name, Optional<String> region, Optional<String> owner) {
        return calls.askWhereItLies(region, there -> head(name, there, owner));
    }

    private S3Answer<HeadBucketResponse> head(String name, Region region, Optional<String> owner) {
        return ofS3(calls.ask(
                API,
                region,
                s3 -> s3.headBucket(call -> call.bucket(name)
                        .expectedBucketOwner(owner.orElse(null))
                        .overrideConfiguration(new S3Route(region)))));
    }

    private S3Answer<HeadBucketResponse> ofS3(S3Answer<HeadBucketResponse> answer) {
        boolean strange = answer.value().isPresent() && !answer.hasStatus(OK) || !answer.hasHeadersOfS3();
        return answer.hasStatus() && strange ? calls.noSense(answer) : answer;
    }

    private S3Doubts doubts(String name, S3Answer<?> answer) {
        String arn = "arn:" + PartitionMetadata.of(answer.region()).id() + ":s3:::" + name;
        S3Advice advice = new S3Advice(
                calls.credentials(),
                "s3:ListBucket on " + arn,
                "the bucket may belong to another account, which S3 keeps to itself");
        return new S3Doubts("Cannot look for bucket " + Printable.of(name), calls.credentials(), advice);
    }
}
