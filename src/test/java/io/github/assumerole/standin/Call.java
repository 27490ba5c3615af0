package io.github.assumerole.standin;

import java.util.Map;

/**
 * One received request. The parameters contain no secret: codes and tokens are masked, the signature is left out.
 * Besides query and form parameters, they contain the {@code signingRegion} of a signed request, the {@code bucket} of
 * the path, and the header {@code x-amz-expected-bucket-owner}.
 *
 * @param callerArn who signed it, empty if unknown
 * @param status 0 for no response
 * @param errorCode empty for a success; also set for HEAD requests, whose responses have no body
 */
public record Call(String operation, String callerArn, Map<String, String> parameters, int status, String errorCode) {
    public Call {
        parameters = Map.copyOf(parameters);
    }
}
