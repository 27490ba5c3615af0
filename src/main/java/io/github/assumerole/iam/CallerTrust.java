package io.github.assumerole.iam;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import io.github.assumerole.role.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user or another role, who calls AssumeRole. */
public final class CallerTrust extends Trust {
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
     * @param caller who calls; when empty, all of the role's own account is trusted
     * @param externalId what the call brings, and from now on has to
     * @param mfa whether the code of an MFA device comes along, and from now on has to
     * @param tags the only tags that the session may have, each with its value
     * @param sourceIdentity the only one that the session may have; in a chain of roles also for each role after the
     *     first, since STS carries it on and asks each of them
     */
    public CallerTrust(
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
     * A statement for each action, because a condition on a key that the action does not have is never met: of these,
     * sts:TagSession has but the keys of tags, and sts:SetSourceIdentity but that of the identity (Service
     * Authorization Reference, AWS Security Token Service; the IAM User Guide's example of a trust policy with tags and
     * an external id, in "Pass session tags in AWS STS", is split likewise).
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
     * In a chain the key is there, too, as in the first call (IAM User Guide, Monitor and control actions taken with
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
                IamDocument.of(List.of(IamStatement.onResource(IamLiteral.resource(role.value()), actions))));
    }

    private boolean hasTags() {
        return !tags.tags().isEmpty();
    }

    @Override
    List<String> notes(RoleArn role) {
        String own = role.accountId().orElseThrow();
        if (caller.isEmpty()) {
            return List.of("The trust policy names all of account " + own + ", since nothing says who calls: set "
                    + PARAMETER + " to the ARN of the user or role.");
        }
        return caller
                .map(IamPrincipal::accountId)
                .filter(other -> !other.equals(own) && externalId.isEmpty())
                .map(other -> "The caller's account " + other + " is not the role's: if it is another party's, set"
                        + " externalId against the confused deputy.")
                .stream()
                .toList();
    }

    @Override
    void refuseUnfit(Validation validation, RoleArn role) {
        caller.filter(principal -> !principal.partition().equals(role.partition()))
                .ifPresent(principal -> validation.refuse(
                        PARAMETER,
                        "'" + principal + "' is in the partition " + principal.partition() + ", but the role in "
                                + role.partition() + ", and no role trusts across partitions"));
    }
}
