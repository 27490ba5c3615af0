package io.github.assumerole.role;

/** Asks for the code that an MFA device shows. */
public interface MfaCodes {
    /**
     * The six digits that the device shows now.
     *
     * @param serial the device's serial number or ARN
     * @throws AccessFailed when nobody can be asked
     */
    Secret codeOf(String serial);
}
