package io.github.assumerole.role;

import io.github.assumerole.text.Printable;
import java.util.regex.Pattern;

/**
 * The serial number of a hardware MFA device, or the ARN of a virtual one: 9 to 256 letters, digits and
 * {@code _=/:,.@-} (STS API reference, AssumeRole, SerialNumber).
 */
public record MfaSerial(String value) {
    private static final Pattern FORM = Pattern.compile("[\\w+=/:,.@-]{9,256}");

    public MfaSerial {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + Printable.of(value)
                    + "' is not the serial number of an MFA device; expected 9 to 256 letters, digits and _+=/:,.@-, as in"
                    + " arn:aws:iam::<12-digit account>:mfa/<name>");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
