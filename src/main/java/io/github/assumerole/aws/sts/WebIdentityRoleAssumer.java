package io.github.assumerole.aws.sts;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.credentials.SigningRegion;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.RoleAssumer;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** Assumes roles with an OIDC ID token, without AWS credentials. */
public record WebIdentityRoleAssumer(AwsConnection connection, SigningRegion regions, IdentityToken token, Clock clock)
        implements RoleAssumer {
    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        rejectUnsupported(request);
        return new WebIdentityCall(connection, regions.within(request.role().partition()), clock)
                .make(request, token, "Cannot assume " + request.role() + " as " + request.sessionName());
    }

    /** No configured value is ignored silently. */
    private static void rejectUnsupported(AssumeRoleRequest request) {
        Set<String> configured = new HashSet<>();
        request.session().externalId().ifPresent(id -> configured.add("externalId"));
        request.caller().sourceIdentity().ifPresent(identity -> configured.add("sourceIdentity"));
        request.caller().mfa().ifPresent(device -> configured.add("mfaSerial"));
        if (!request.session().tags().tags().isEmpty()) {
            configured.add("sessionTags");
        }
        ConfigurationProblems problems = new ConfigurationProblems();
        WebIdentity.rejectUnsupported(problems, configured);
        problems.throwIfAny();
    }
}
