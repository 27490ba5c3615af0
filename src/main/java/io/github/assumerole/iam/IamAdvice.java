package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.JsonReader;
import io.github.assumerole.text.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies with which a role, and who assumes it, can do what is needed and no more; {@link IamFormat} prints it.
 */
public final class IamAdvice {
    /**
     * What a role has unless it is told otherwise, and what its trust policy may have (IAM User Guide, IAM and AWS STS
     * quotas).
     */
    private static final Duration DEFAULT_MAX_SESSION = Duration.ofHours(1);

    private static final int DEFAULT_TRUST_POLICY_LENGTH = 2048;

    private final RoleNeeds needs;

    private IamAdvice(RoleNeeds needs) {
        this.needs = needs;
    }

    /** What follows from the needs; nothing is looked up. */
    public static IamAdvice of(RoleNeeds needs) {
        return new IamAdvice(needs);
    }

    /** Sentences on what the policies leave open, for the log; mostly one or two. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(needs.trust().notes(role()));
        int length = JsonReader.minify(JsonWriter.linesOf(trustPolicy().tree())).length();
        if (length > DEFAULT_TRUST_POLICY_LENGTH) {
            notes.add("The trust policy has " + length + " characters, but IAM takes " + DEFAULT_TRUST_POLICY_LENGTH
                    + " unless the account's quota 'Role trust policy length' is raised.");
        }
        return List.copyOf(notes);
    }

    RoleArn role() {
        return needs.role();
    }

    IamDocument trustPolicy() {
        return needs.trust().policy(role());
    }

    Optional<IamDocument> rolePermissions() {
        return RolePermissions.of(needs.permissions());
    }

    Optional<IamDocument> callerPermissions() {
        return needs.trust().callerPermissions(role());
    }

    /** The role's own limit; empty when the one it has by default will do. */
    Optional<Duration> maxSessionDuration() {
        return Optional.of(needs.duration()).filter(duration -> duration.compareTo(DEFAULT_MAX_SESSION) > 0);
    }
}
