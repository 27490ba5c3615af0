package io.github.assumerole.goal.config;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of the session of the role. */
public record SessionParameters(
        SessionNameParameters name,
        int durationSeconds,
        Optional<String> externalId,
        PolicyParameters policies,
        Map<String, String> sessionTags,
        List<String> transitiveTagKeys) {
    SessionOptions options(ConfigurationProblems problems) {
        Optional<ExternalId> external = problems.optional("externalId", externalId, ExternalId::new);
        SessionPolicies session = policies.read(problems);
        return new SessionOptions(external, session, SessionTags.read(problems, sessionTags, transitiveTagKeys));
    }
}
