package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.AccessKeyStore;
import io.github.assumerole.standin.iam.Caller;
import io.github.assumerole.standin.iam.IamEntities;
import java.time.InstantSource;
import java.util.Optional;

public final class StsService {
    private static final String VERSION = "2011-06-15";

    private final AssumeRole assumeRole;
    private final AssumeRoleWithWebIdentity assumeRoleWithWebIdentity;

    public StsService(IamEntities iam, AccessKeyStore keys, WebIdentityTokens tokens, InstantSource clock) {
        SessionIssuer issuer = new SessionIssuer(keys, clock);
        this.assumeRole = new AssumeRole(iam, issuer);
        this.assumeRoleWithWebIdentity = new AssumeRoleWithWebIdentity(iam, issuer, tokens, clock);
    }

    /** The only unsigned operation is AssumeRoleWithWebIdentity. */
    public HttpResponse handleUnsigned(String operation, Parameters parameters) {
        requireVersion(operation, parameters);
        return assumeRoleWithWebIdentity.handle(parameters);
    }

    public HttpResponse handle(String operation, Parameters parameters, Caller caller) {
        requireVersion(operation, parameters);
        return switch (operation) {
            case "AssumeRole" -> assumeRole.handle(parameters, caller);
            case "GetCallerIdentity" -> getCallerIdentity(caller);
            default -> throw unknown(operation, parameters);
        };
    }

    private static HttpResponse getCallerIdentity(Caller caller) {
        return StsProtocol.success("GetCallerIdentity", result -> result.element("Arn", caller.arn())
                .element("UserId", caller.userId())
                .element("Account", caller.account().id()));
    }

    private static void requireVersion(String operation, Parameters parameters) {
        if (!parameters.get("Version").equals(Optional.of(VERSION))) {
            throw unknown(operation, parameters);
        }
    }

    private static AwsErrorException unknown(String operation, Parameters parameters) {
        return new AwsErrorException(
                400,
                "InvalidAction",
                "Could not find operation %s for version %s"
                        .formatted(operation, parameters.get("Version").orElse("NO_VERSION_SPECIFIED")));
    }
}
