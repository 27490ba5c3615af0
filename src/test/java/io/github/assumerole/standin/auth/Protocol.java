package io.github.assumerole.standin.auth;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import java.time.Instant;

/** How one service words its refusals. */
public interface Protocol {
    /** As the credential scope of a signature must name the service. */
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
