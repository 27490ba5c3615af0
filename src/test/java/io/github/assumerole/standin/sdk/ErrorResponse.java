package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** An error as the SDK reads it; code and message are null where it found none. */
record ErrorResponse(int status, String code, String message) {
    static ErrorResponse of(Executable call) {
        AwsServiceException refused = assertThrows(AwsServiceException.class, call);
        AwsErrorDetails details = refused.awsErrorDetails();
        return new ErrorResponse(refused.statusCode(), details.errorCode(), details.errorMessage());
    }

    String statusAndCode() {
        return status + " " + code;
    }
}
