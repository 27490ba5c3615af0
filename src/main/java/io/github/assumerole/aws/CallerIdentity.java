package io.github.assumerole.aws;

import io.github.assumerole.role.Caller;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Asks STS whom our credentials belong to. */
final class CallerIdentity {
    private CallerIdentity() {}

    /** The caller; empty when the server cannot tell, as some that are compatible with S3 cannot. */
    static Optional<Caller> ask(StsClient sts) {
        try {
            GetCallerIdentityResponse answer = sts.getCallerIdentity();
            return Optional.ofNullable(answer.arn())
                    .map(arn -> new Caller(
                            arn, Optional.ofNullable(answer.account()).filter(id -> !id.isEmpty())));
        } catch (SdkException unknown) {
            return Optional.empty();
        }
    }
}
