package io.github.assumerole.goal.config;

import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.SourceIdentity;
import io.github.assumerole.text.ConfigurationProblems;

/** The parameters of the caller of AssumeRole, as the POM or the command line has them. */
public record CallerParameters(String sourceIdentity, String mfaSerial) {
    /** The options; {@code validation} collects what is invalid. */
    CallerOptions read(ConfigurationProblems validation) {
        return new CallerOptions(
                validation.optional("sourceIdentity", sourceIdentity, SourceIdentity::new),
                validation.optional("mfaSerial", mfaSerial, MfaSerial::new));
    }
}
