package io.github.assumerole.maven;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.Validation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of the session of the role, as the POM or the command line has them. */
record SessionSettings(
        String roleSessionName,
        int durationSeconds,
        String externalId,
        PolicySettings policies,
        Map<String, String> sessionTags,
        List<String> transitiveTagKeys) {
    SessionSettings {
        sessionTags = sessionTags == null ? Map.of() : sessionTags;
        transitiveTagKeys = transitiveTagKeys == null ? List.of() : transitiveTagKeys;
    }

    /** The options; {@code validation} collects what is invalid. */
    SessionOptions options(Validation validation) {
        Optional<ExternalId> external = validation.optional("externalId", externalId, ExternalId::new);
        SessionPolicies session = policies.read(validation);
        return new SessionOptions(external, session, SessionTags.read(validation, sessionTags, transitiveTagKeys));
    }
}
