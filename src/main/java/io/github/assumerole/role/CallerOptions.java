package io.github.assumerole.role;

import java.util.Optional;

/**
 * The options of AssumeRole that describe the caller, sent with the first call of a role chain only: base credentials
 * can have an MFA device, and STS keeps the source identity across role chaining.
 */
public record CallerOptions(Optional<SourceIdentity> sourceIdentity, Optional<MfaSerial> mfa) {
    public static final CallerOptions NONE = new CallerOptions(Optional.empty(), Optional.empty());
}
