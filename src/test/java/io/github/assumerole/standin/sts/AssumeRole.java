package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.Caller;
import io.github.assumerole.standin.iam.IamEntities;
import io.github.assumerole.standin.iam.Role;
import io.github.assumerole.standin.iam.RoleSession;
import io.github.assumerole.standin.iam.RootUser;
import io.github.assumerole.standin.iam.User;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operation AssumeRole. It is stricter than AWS in one point: the caller's own policy must allow the call even when
 * the role is in the same account.
 */
final class AssumeRole {
    private static final Set<String> PARAMETERS =
            Set.of("ExternalId", "SerialNumber", "SourceIdentity", "Tags", "TokenCode", "TransitiveTagKeys");
    private static final Duration MOST_WHEN_CHAINED = Duration.ofHours(1);

    private final IamEntities iam;
    private final SessionIssuer issuer;

    AssumeRole(IamEntities iam, SessionIssuer issuer) {
        this.iam = iam;
        this.issuer = issuer;
    }

    HttpResponse handle(Parameters parameters, Caller caller) {
        Constraints constraints = SessionRequest.constraints(parameters, PARAMETERS);
        constraints.optional("externalId", parameters.get("ExternalId"), 2, 1224, "[\\w+=,.@:\\/-]*");
        constraints.optional("serialNumber", parameters.get("SerialNumber"), 9, 256, "[\\w+=/:,.@-]*");
        constraints.optional("tokenCode", parameters.get("TokenCode"), 6, 6, "[\\d]*");
        constraints.optional(
                "sourceIdentity",
                parameters.get("SourceIdentity"),
                SessionRequest.SHORTEST_NAME,
                SessionRequest.LONGEST_NAME,
                "(?!aws:)" + SessionRequest.NAME_PATTERN);
        SessionTags tags = SessionTags.parse(parameters, constraints);
        SessionRequest request = SessionRequest.parse(parameters, constraints, iam);
        Map<String, String> transitive = tags.transitive(inheritedTags(caller));

        Role role = authorized(parameters, caller, request.roleArn());
        boolean tagged = !tags.tags().isEmpty() || !transitive.isEmpty();
        if (tagged && !role.allowsTagSession()) {
            throw denied(caller, "sts:TagSession", role.arn());
        }
        if (caller instanceof RoleSession && request.duration().compareTo(MOST_WHEN_CHAINED) > 0) {
            throw AwsErrorException.validation("The requested DurationSeconds exceeds the 1 hour session limit"
                    + " for roles assumed by role chaining");
        }
        RoleSession session = request.session(role, transitive, sourceIdentity(parameters, caller, role));
        return StsProtocol.success("AssumeRole", issuer.issue(session, request));
    }

    private Role authorized(Parameters parameters, Caller caller, String roleArn) {
        if (caller instanceof RootUser) {
            throw AwsErrorException.accessDenied("Roles may not be assumed by root accounts.");
        }
        caller.denial("sts:AssumeRole", roleArn).ifPresent(why -> {
            throw denied(caller, "sts:AssumeRole", roleArn + " " + why);
        });
        boolean withMfa = passesMfa(parameters, caller);
        // A missing role gives the same error as one that does not trust the caller.
        return iam.role(roleArn)
                .filter(role -> role.trusts(caller))
                .filter(role -> role.acceptsExternalId(parameters.get("ExternalId")))
                .filter(role -> withMfa || !role.requiresMfa())
                .orElseThrow(() -> denied(caller, "sts:AssumeRole", roleArn));
    }

    private static boolean passesMfa(Parameters parameters, Caller caller) {
        Optional<String> serialNumber = parameters.get("SerialNumber");
        Optional<String> code = parameters.get("TokenCode");
        if (serialNumber.isEmpty() && code.isEmpty()) {
            return false;
        }
        if (serialNumber.isEmpty() || code.isEmpty()) {
            throw AwsErrorException.accessDenied(
                    "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }
        User.MfaDevice device = (caller instanceof User user ? user.mfa() : Optional.<User.MfaDevice>empty())
                .filter(it -> it.serialNumber().equals(serialNumber.get()))
                .orElseThrow(() ->
                        AwsErrorException.accessDenied("MultiFactorAuthentication failed, unable to validate MFA code."
                                + "  Please verify your MFA serial number is valid and associated with this user."));
        if (!device.acceptedCode().equals(code.get())) {
            throw AwsErrorException.accessDenied(
                    "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
        }
        return true;
    }

    private static Map<String, String> inheritedTags(Caller caller) {
        return caller instanceof RoleSession session ? session.transitiveTags() : Map.of();
    }

    private static Optional<String> sourceIdentity(Parameters parameters, Caller caller, Role role) {
        Optional<String> requested = parameters.get("SourceIdentity");
        Optional<String> inherited =
                caller instanceof RoleSession session ? session.sourceIdentity() : Optional.empty();
        boolean changed = requested.isPresent() && inherited.isPresent() && !requested.equals(inherited);
        Optional<String> effective = requested.or(() -> inherited);
        if (changed || effective.isPresent() && !role.allowsSourceIdentity()) {
            throw denied(caller, "sts:SetSourceIdentity", role.arn());
        }
        return effective;
    }

    private static AwsErrorException denied(Caller caller, String action, String resource) {
        return AwsErrorException.accessDenied(
                "User: %s is not authorized to perform: %s on resource: %s".formatted(caller.arn(), action, resource));
    }
}
