package io.github.assumerole.standin;

import java.util.Map;

/**
 * One request that arrived. The parameters hold no secret: codes and tokens are masked, the signature is left out.
 * Besides what was sent as query or form, they tell the {@code signingRegion} of a signed request, the {@code bucket}
 * of the path, and the header {@code x-amz-expected-bucket-owner}.
 *
 * @param callerArn who signed it, empty when nobody was recognised
 * @param status what was answered, 0 for no answer at all
 * @param errorCode empty when all went well; on HEAD requests the code that the body, had there been one, would carry
 */
public record Call(String operation, String callerArn, Map<String, String> parameters, int status, String errorCode) {
    public Call {
        parameters = Map.copyOf(parameters);
    }
}
