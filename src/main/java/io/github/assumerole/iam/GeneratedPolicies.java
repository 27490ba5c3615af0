package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.JsonReader;
import io.github.assumerole.text.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The least permissions for a role and its caller, derived without any call; {@link IamFormat} prints them. */
public record GeneratedPolicies(PolicyRequest request) {
    /** The defaults of IAM (IAM User Guide, IAM and AWS STS quotas). */
    private static final Duration DEFAULT_MAX_SESSION = Duration.ofHours(1);

    private static final int DEFAULT_TRUST_POLICY_LENGTH = 2048;

    private static final Comparator<Permission> ORDER =
            Comparator.comparing(Permission::action).thenComparing(Permission::resource);

    /** Sentences on what the policies leave open, for the log. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(request.trust().notes(role()));
        int length = JsonReader.minify(JsonWriter.linesOf(trustPolicy().tree())).length();
        if (length > DEFAULT_TRUST_POLICY_LENGTH) {
            notes.add("The trust policy has " + length + " characters, but IAM accepts " + DEFAULT_TRUST_POLICY_LENGTH
                    + " unless the account's quota 'Role trust policy length' is raised.");
        }
        return List.copyOf(notes);
    }

    RoleArn role() {
        return request.role();
    }

    IamDocument trustPolicy() {
        return request.trust().policy(role());
    }

    /** Empty without permissions because IAM rejects a policy without statements. */
    Optional<IamDocument> rolePermissions() {
        List<IamStatement> statements = request.permissions().stream()
                .sorted(ORDER)
                .map(permission -> IamStatement.onResource(
                        permission.resource(), List.of(permission.action()), permission.conditions()))
                .toList();
        return statements.isEmpty() ? Optional.empty() : Optional.of(IamDocument.of(statements));
    }

    Optional<IamDocument> callerPermissions() {
        return request.trust().callerPermissions(role());
    }

    /** The maximum session duration of the role; empty if the default is long enough. */
    Optional<Duration> maxSessionDuration() {
        return Optional.of(request.duration()).filter(duration -> duration.compareTo(DEFAULT_MAX_SESSION) > 0);
    }
}
