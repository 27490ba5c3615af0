package io.github.assumerole.codeartifact;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;

/** The port to CodeArtifact. */
public interface AuthorizationTokens {
    /** The user name that repositories expect with a token as the password. */
    String USER_NAME = "aws";

    /**
     * Requests a token that expires with the session.
     *
     * @throws io.github.assumerole.role.AwsAccessException if CodeArtifact issues none
     */
    Secret request(SessionCredentials session, CodeArtifactDomain domain);
}
