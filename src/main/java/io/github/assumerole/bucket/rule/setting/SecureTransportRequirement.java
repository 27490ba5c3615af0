package io.github.assumerole.bucket.rule.setting;

import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.SecureTransport;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requires that the bucket policy denies all requests without TLS, or that it does not.
 *
 * @param only true when such requests must be denied
 */
public record SecureTransportRequirement(boolean only) implements SettingRequirement {
    /** Whether these settings deny requests without TLS; {@code undecided}, which no rule can require, if unknown. */
    static Optional<String> current(Map<Setting, Map<String, String>> settings) {
        return Optional.ofNullable(settings.get(Setting.POLICY))
                .map(values ->
                        SecureTransport.of(values).isOnly().map(String::valueOf).orElse("undecided"));
    }

    @Override
    public Setting setting() {
        return Setting.POLICY;
    }

    @Override
    public String title() {
        return "secureTransportOnly " + only;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of(setting().element(), only);
    }

    @Override
    public Optional<String> violation(Map<String, String> values) {
        return SecureTransport.of(values)
                .isOnly()
                .filter(actual -> actual != only)
                .map(actual -> "secureTransportOnly is " + actual + ", expected " + only);
    }

    @Override
    public Optional<UnknownReason> undecided(String bucket, Map<String, String> values, CallEvidence evidence) {
        if (SecureTransport.of(values).isOnly().isPresent()) {
            return Optional.empty();
        }
        AwsAccessException reason = new AwsAccessException(
                "Cannot evaluate secureTransportOnly of bucket " + Printable.of(bucket),
                "the bucket policy contains aws:SecureTransport or s3:TlsVersion, but no statement that denies all"
                        + " requests without TLS in the form that this rule evaluates.",
                List.of(
                        "add the statement to the bucket policy that the manual shows for secureTransportOnly, or remove"
                                + " <secureTransportOnly> for this bucket"));
        return Optional.of(new UnknownReason(reason, UnknownReason.Kind.PERMANENT, evidence));
    }
}
