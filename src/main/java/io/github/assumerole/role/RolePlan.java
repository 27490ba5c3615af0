package io.github.assumerole.role;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a user wants: a role, reached through others where need be. What is said of the session (its policies, tags and
 * external id) holds for the last role; MFA and the source identity belong to the first call, since only a person has a
 * device, and STS carries the identity on.
 *
 * @param sources the roles to assume first, in order
 * @param target the role that the credentials are for
 */
public record RolePlan(
        List<RoleReference> sources,
        RoleReference target,
        RoleSessionName sessionName,
        Duration duration,
        Optional<ExternalId> externalId,
        Optional<SessionPolicy> policy,
        List<PolicyArn> policyArns,
        Optional<SourceIdentity> sourceIdentity,
        SessionTags tags,
        Optional<MfaSerial> mfa) {

    public RolePlan {
        sources = List.copyOf(sources);
    }

    /** Whether the session is wanted for longer than STS allows a caller that is itself an assumed role. */
    public boolean isCapped() {
        return !sources.isEmpty() && duration.compareTo(AssumeRoleRequest.MAX_CHAINED) > 0;
    }

    /**
     * The requests to send, in order.
     *
     * @param caller tells who we are; asked only when a role is named without its account
     */
    public List<AssumeRoleRequest> hops(Supplier<Caller> caller) {
        List<RoleArn> roles = Stream.concat(sources.stream(), Stream.of(target))
                .map(role -> role.arn().orElseGet(() -> role.of(caller.get())))
                .toList();
        List<AssumeRoleRequest> hops = new ArrayList<>();
        for (RoleArn role : roles) {
            boolean first = hops.isEmpty();
            boolean last = hops.size() == sources.size();
            hops.add(new AssumeRoleRequest(
                    role,
                    sessionName,
                    last && !isCapped() ? duration : AssumeRoleRequest.MAX_CHAINED,
                    externalId.filter(id -> last),
                    policy.filter(inline -> last),
                    last ? policyArns : List.of(),
                    sourceIdentity.filter(identity -> first),
                    last ? tags : SessionTags.NONE,
                    mfa.filter(device -> first)));
        }
        return hops;
    }
}
