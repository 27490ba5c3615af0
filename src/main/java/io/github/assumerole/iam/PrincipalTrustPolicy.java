package io.github.assumerole.iam;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trust in IAM principals, which call AssumeRole. */
public final class PrincipalTrustPolicy extends TrustPolicy {
    private static final String PARAMETER = "trustedPrincipal";
    private static final String ASSUME_ROLE = "sts:AssumeRole";
    private static final String TAG_SESSION = "sts:TagSession";
    private static final String SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";

    private final Optional<IamPrincipal> caller;
    private final Optional<ExternalId> externalId;
    private final boolean mfa;
    private final SessionTags tags;
    private final Optional<SourceIdentity> sourceIdentity;

    /**
     * @param caller if empty, the whole account of the role is trusted
     * @param externalId required from the caller if present
     * @param mfa whether MFA is required from the caller
     * @param tags the only allowed session tags, with their values
     * @param sourceIdentity the only allowed source identity; with role chaining also for each role after the first
     *     because STS keeps it and checks it again
     */
    public PrincipalTrustPolicy(
            Optional<IamPrincipal> caller,
            Optional<ExternalId> externalId,
            boolean mfa,
            SessionTags tags,
            Optional<SourceIdentity> sourceIdentity) {
        this.caller = caller;
        this.externalId = externalId;
        this.mfa = mfa;
        this.tags = tags;
        this.sourceIdentity = sourceIdentity;
    }

    /**
     * One statement per action because a condition on a key that the action does not support is never met:
     * sts:TagSession only supports the keys of tags, and sts:SetSourceIdentity only that of the source identity
     * (Service Authorization Reference, AWS Security Token Service; the example with tags and an external ID in the IAM
     * User Guide, "Pass session tags in AWS STS", has separate statements as well).
     */
    @Override
    IamDocument policy(RoleArn role) {
        IamStatement.Principal trusted = new IamStatement.Principal(
                "AWS", caller.orElseGet(() -> IamPrincipal.accountOf(role)).arn());
        List<IamStatement> statements = new ArrayList<>();
        statements.add(IamStatement.trusting(trusted, "AssumeRole", ASSUME_ROLE, onCall()));
        if (hasTags()) {
            statements.add(IamStatement.trusting(trusted, "TagSession", TAG_SESSION, onTags()));
        }
        if (sourceIdentity.isPresent()) {
            statements.add(
                    IamStatement.trusting(trusted, "SetSourceIdentity", SET_SOURCE_IDENTITY, onSourceIdentity()));
        }
        return IamDocument.of(statements);
    }

    private List<IamCondition> onCall() {
        List<IamCondition> conditions = new ArrayList<>();
        externalId.ifPresent(id -> conditions.add(IamCondition.equalTo("sts:ExternalId", id.value())));
        conditions.addAll(onSourceIdentity());
        if (mfa) {
            conditions.add(IamCondition.isTrue("aws:MultiFactorAuthPresent"));
        }
        return conditions;
    }

    private List<IamCondition> onTags() {
        List<IamCondition> conditions = new ArrayList<>();
        tags.tags().forEach((key, value) -> conditions.add(IamCondition.equalTo("aws:RequestTag/" + key, value)));
        conditions.add(IamCondition.noneBut("aws:TagKeys", tags.tags().keySet()));
        if (!tags.transitiveKeys().isEmpty()) {
            conditions.add(IamCondition.noneBut("sts:TransitiveTagKeys", tags.transitiveKeys()));
        }
        return conditions;
    }

    /**
     * With role chaining, the later calls have the key as well (IAM User Guide, Monitor and control actions taken with
     * assumed roles).
     */
    private List<IamCondition> onSourceIdentity() {
        return sourceIdentity.stream()
                .map(identity -> IamCondition.equalTo("sts:SourceIdentity", identity.value()))
                .toList();
    }

    @Override
    Optional<IamDocument> callerPermissions(RoleArn role) {
        List<String> actions = new ArrayList<>(List.of(ASSUME_ROLE));
        if (hasTags()) {
            actions.add(TAG_SESSION);
        }
        if (sourceIdentity.isPresent()) {
            actions.add(SET_SOURCE_IDENTITY);
        }
        return Optional.of(
                IamDocument.of(List.of(IamStatement.onResource(IamLiteral.resource(role.toString()), actions))));
    }

    private boolean hasTags() {
        return !tags.tags().isEmpty();
    }

    @Override
    List<String> notes(RoleArn role) {
        String own = role.accountId().orElseThrow();
        if (caller.isEmpty()) {
            return List.of("The trust policy trusts the whole account " + own + " because the caller is unknown: set "
                    + PARAMETER + " to the ARN of the user or role.");
        }
        return caller
                .map(IamPrincipal::accountId)
                .filter(other -> !other.equals(own) && externalId.isEmpty())
                .map(other -> "The caller belongs to the other account " + other + ": if that is a third party, set"
                        + " externalId to prevent the confused deputy problem.")
                .stream()
                .toList();
    }

    @Override
    void check(ConfigurationProblems problems, RoleArn role) {
        caller.filter(principal -> !principal.partition().equals(role.partition()))
                .ifPresent(principal -> problems.add(
                        PARAMETER,
                        "'" + principal + "' is in the partition " + principal.partition() + ", but the role is in "
                                + role.partition() + "; a role cannot trust principals of another partition"));
    }
}
