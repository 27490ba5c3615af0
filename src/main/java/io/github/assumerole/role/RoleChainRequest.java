package io.github.assumerole.role;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The configured role, and the roles to assume before it (role chaining).
 *
 * @param sources the roles to assume first, in order
 * @param target the role whose credentials are needed
 */
public record RoleChainRequest(
        List<RoleNameOrArn> sources,
        RoleNameOrArn target,
        RoleSessionName sessionName,
        Duration duration,
        CallerOptions caller,
        SessionOptions session) {
    public RoleChainRequest {
        sources = List.copyOf(sources);
    }

    /** The partition of the target role; {@code aws} if only its name is configured. */
    public String partition() {
        return target.arn().map(RoleArn::partition).orElse("aws");
    }

    /** Whether the duration exceeds the limit of STS for role chaining. */
    public boolean isCapped() {
        return !sources.isEmpty() && duration.compareTo(AssumeRoleRequest.MAX_CHAINED) > 0;
    }

    /**
     * The requests to send, in order.
     *
     * @param base the caller with the base credentials; only called to resolve role names
     */
    public List<AssumeRoleRequest> hops(Supplier<Caller> base) {
        List<RoleArn> roles = Stream.concat(sources.stream(), Stream.of(target))
                .map(role -> role.resolve(base))
                .toList();
        List<AssumeRoleRequest> hops = new ArrayList<>();
        for (RoleArn role : roles) {
            boolean first = hops.isEmpty();
            boolean last = hops.size() == sources.size();
            hops.add(new AssumeRoleRequest(
                    role,
                    sessionName,
                    last && !isCapped() ? duration : AssumeRoleRequest.MAX_CHAINED,
                    first ? caller : CallerOptions.NONE,
                    last ? session : SessionOptions.NONE));
        }
        return hops;
    }
}
