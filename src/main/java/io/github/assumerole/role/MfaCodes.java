package io.github.assumerole.role;

/** Provides the current codes of MFA devices. */
public interface MfaCodes {
    /**
     * The current six-digit code.
     *
     * @param serial the serial number or ARN of the device
     * @throws AwsAccessException if no code is available
     */
    Secret codeOf(String serial);
}
