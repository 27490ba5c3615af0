package io.github.assumerole.aws.codeartifact;

import io.github.assumerole.aws.credentials.BaseCredentials;
import io.github.assumerole.aws.credentials.KeyAdvice;
import io.github.assumerole.aws.credentials.Partition;
import io.github.assumerole.aws.http.AwsError;
import io.github.assumerole.aws.http.ConnectionAdvice;
import io.github.assumerole.codeartifact.CodeArtifactDomain;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;

/** What to try if GetAuthorizationToken failed. */
record CodeArtifactAdvice(SessionCredentials session, CodeArtifactDomain domain) {
    /** The parameter that selects the endpoint, besides those of all services. */
    private static final String PARAMETER = "codeArtifactRegion";

    List<String> on(AwsError failure) {
        if (failure.kind() != AwsError.Kind.SERVICE_ERROR) {
            return ConnectionAdvice.on(failure, PARAMETER);
        }
        KeyAdvice keys = KeyAdvice.of(BaseCredentials.of(session));
        return switch (failure.code().orElse("")) {
            case "AccessDeniedException", "AccessDenied" -> onDenial();
            case "ResourceNotFoundException" ->
                List.of("check the domain, its owner and its region in the URL of the repository, or in"
                        + " <codeArtifactDomain>, <codeArtifactDomainOwner> and <codeArtifactRegion>");
            case "ValidationException" -> List.of("the message names the value that CodeArtifact rejects");
            case "InvalidSignatureException" -> ConnectionAdvice.onSignature(failure, keys.source());
            default ->
                keys.on(failure, Partition.of(domain.region()))
                        .orElseGet(() -> ConnectionAdvice.onUnexpected(failure, PARAMETER));
        };
    }

    private List<String> onDenial() {
        return List.of(
                "allow the role " + session.roleName() + " codeartifact:GetAuthorizationToken on the domain, and"
                        + " sts:GetServiceBearerToken: mvn assume-role:iam-policy prints its policy",
                "check that session policies (<policy>, <policyFile>, <policyArns>) allow both actions",
                "if the domain belongs to another account, its domain policy must allow the role, too");
    }
}
