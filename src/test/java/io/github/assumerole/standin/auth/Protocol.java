package io.github.assumerole.standin.auth;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import java.time.Instant;

/** The error format of a service, and its authentication errors. */
public interface Protocol {
    /** The service name in the credential scope of signatures. */
    String signingName();

    HttpResponse render(AwsErrorException error);

    AwsErrorException missingAuthentication();

    AwsErrorException malformedAuthentication(String why);

    AwsErrorException wrongScope(String service);

    AwsErrorException unsignedHeader(String name);

    AwsErrorException unknownKey();

    AwsErrorException invalidToken();

    AwsErrorException expiredToken();

    AwsErrorException skewed(Instant signed, Instant now);

    AwsErrorException signatureMismatch();
}
