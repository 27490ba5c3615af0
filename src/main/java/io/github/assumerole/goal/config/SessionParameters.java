package io.github.assumerole.goal.config;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of the session of the role, as the POM or the command line has them. */
public record SessionParameters(
        String roleSessionName,
        int durationSeconds,
        String externalId,
        PolicyParameters policies,
        Map<String, String> sessionTags,
        List<String> transitiveTagKeys) {
    public SessionParameters {
        sessionTags = sessionTags == null ? Map.of() : sessionTags;
        transitiveTagKeys = transitiveTagKeys == null ? List.of() : transitiveTagKeys;
    }

    /** The options; {@code problems} collects what is invalid. */
    SessionOptions options(ConfigurationProblems problems) {
        Optional<ExternalId> external = problems.optional("externalId", externalId, ExternalId::new);
        SessionPolicies session = policies.read(problems);
        return new SessionOptions(external, session, SessionTags.read(problems, sessionTags, transitiveTagKeys));
    }
}
