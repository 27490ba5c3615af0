package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.Caller;

public final class S3Service {
    private final ListBuckets listBuckets;
    private final BucketAccess access;

    public S3Service(BucketStore buckets) {
        this.listBuckets = new ListBuckets(buckets);
        this.access = new BucketAccess(buckets);
    }

    public HttpResponse handle(String operation, Parameters parameters, Caller caller, String signingRegion) {
        return switch (operation) {
            case "ListBuckets" -> listBuckets.handle(parameters, caller, signingRegion);
            case "HeadBucket" -> headBucket(parameters, caller, signingRegion);
            default ->
                BucketSetting.ofOperation(operation)
                        .map(setting -> getSetting(setting, parameters, caller, signingRegion))
                        .orElseThrow(() -> new AwsErrorException(
                                405, "MethodNotAllowed", "The specified method is not allowed against this resource."));
        };
    }

    private HttpResponse headBucket(Parameters parameters, Caller caller, String signingRegion) {
        Bucket bucket = access.find(parameters, caller);
        return access.redirect(bucket, signingRegion)
                .or(() -> access.error(bucket, "s3:ListBucket", parameters, caller))
                .orElseGet(() -> S3Protocol.success(""))
                .with(S3Protocol.REGION_HEADER, bucket.region());
    }

    private HttpResponse getSetting(BucketSetting setting, Parameters parameters, Caller caller, String signingRegion) {
        Bucket bucket = access.find(parameters, caller);
        // A client that requests the location does not have the region yet.
        String region = setting == BucketSetting.LOCATION ? bucket.region() : signingRegion;
        return access.redirect(bucket, region)
                .or(() -> access.error(bucket, setting.action(), parameters, caller))
                .orElseGet(() -> setting.response(bucket));
    }
}
