package io.github.assumerole.aws;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds an AssumeRole request, by default for one hour and with the session name "test". */
public final class RequestBuilder {
    private final RoleArn role;
    private RoleSessionName sessionName = new RoleSessionName("test");
    private Duration duration = Duration.ofHours(1);
    private Optional<ExternalId> externalId = Optional.empty();
    private Optional<SessionPolicy> policy = Optional.empty();
    private List<PolicyArn> managed = List.of();
    private Optional<SourceIdentity> sourceIdentity = Optional.empty();
    private SessionTags tags = SessionTags.NONE;
    private Optional<MfaSerial> mfa = Optional.empty();

    private RequestBuilder(RoleArn role) {
        this.role = role;
    }

    public static RequestBuilder to(String roleArn) {
        return new RequestBuilder(RoleArn.parse(roleArn));
    }

    public RequestBuilder named(String name) {
        sessionName = new RoleSessionName(name);
        return this;
    }

    public RequestBuilder duration(Duration wanted) {
        duration = wanted;
        return this;
    }

    public RequestBuilder externalId(String id) {
        externalId = Optional.of(new ExternalId(id));
        return this;
    }

    public RequestBuilder policy(String json) {
        policy = Optional.of(new SessionPolicy(json));
        return this;
    }

    public RequestBuilder managed(String... arns) {
        managed = List.of(arns).stream().map(PolicyArn::new).toList();
        return this;
    }

    public RequestBuilder sourceIdentity(String identity) {
        sourceIdentity = Optional.of(new SourceIdentity(identity));
        return this;
    }

    public RequestBuilder tags(Map<String, String> wanted, String... transitiveKeys) {
        tags = new SessionTags(wanted, Set.of(transitiveKeys));
        return this;
    }

    public RequestBuilder mfa(String serial) {
        mfa = Optional.of(new MfaSerial(serial));
        return this;
    }

    public AssumeRoleRequest build() {
        return new AssumeRoleRequest(
                role,
                sessionName,
                duration,
                new CallerOptions(sourceIdentity, mfa),
                new SessionOptions(externalId, new SessionPolicies(policy, managed), tags));
    }
}
