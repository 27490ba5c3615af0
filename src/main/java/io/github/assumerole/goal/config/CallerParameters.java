package io.github.assumerole.goal.config;

import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.SourceIdentity;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Optional;

/** Parameters of the caller of AssumeRole. */
public record CallerParameters(Optional<String> sourceIdentity, Optional<String> mfaSerial) {
    CallerOptions read(ConfigurationProblems problems) {
        return new CallerOptions(
                problems.optional("sourceIdentity", sourceIdentity, SourceIdentity::new),
                problems.optional("mfaSerial", mfaSerial, MfaSerial::new));
    }
}
