package io.github.assumerole.standin;

import java.time.Instant;

/** How one service words its refusals. */
interface Dialect {
    /** As the credential scope of a signature must name the service. */
    String signingName();

    Answer render(AwsError error);

    AwsError missingAuthentication();

    AwsError malformedAuthentication(String why);

    AwsError wrongScope(String service);

    AwsError unsignedHeader(String name);

    AwsError unknownKey();

    AwsError invalidToken();

    AwsError expiredToken();

    AwsError skewed(Instant signed, Instant now);

    AwsError signatureMismatch();
}
