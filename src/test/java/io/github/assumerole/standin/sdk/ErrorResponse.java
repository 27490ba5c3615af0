package io.github.assumerole.standin.sdk;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** An error as the SDK reads it; code and message are null where it found none. */
record ErrorResponse(int status, String code, String message) {
    static ErrorResponse of(Executable call) {
        AwsServiceException failed = assertThrows(AwsServiceException.class, call);
        AwsErrorDetails details = failed.awsErrorDetails();
        return new ErrorResponse(failed.statusCode(), details.errorCode(), details.errorMessage());
    }

    /** Such as {@code 403 AccessDenied}. */
    static String codeOf(Executable call) {
        ErrorResponse error = of(call);
        return error.status + " " + error.code;
    }

    static String messageOf(Executable call) {
        return of(call).message;
    }
}
