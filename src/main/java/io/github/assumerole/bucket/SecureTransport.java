package io.github.assumerole.bucket;

import io.github.assumerole.text.JsonReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a bucket policy denies all requests without TLS: a statement, or several together, with Effect Deny,
 * Principal {@code *}, Action {@code s3:*}, the bucket and its objects as Resource, and the only Condition that
 * {@code aws:SecureTransport} is false. A policy that mentions TLS in any other way is not evaluated.
 */
public enum SecureTransport {
    /** Requests without TLS are denied. */
    ONLY,
    /** Nothing in the policy is about TLS. */
    OPTIONAL,
    /** The policy is about TLS, but in no form that is evaluated. */
    UNDECIDED;

    private static final String MEMBER = "SecureTransport";
    private static final Set<String> EFFECTS = Set.of("Allow", "Deny");
    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");

    /** {@code BoolIfExists} also denies requests without the key. */
    private static final Set<String> OPERATORS = Set.of("Bool", "BoolIfExists");

    private static final String CONDITION_KEY = "aws:securetransport";
    private static final Set<String> TLS_KEYS = Set.of(CONDITION_KEY, "s3:tlsversion");
    private static final Pattern S3_ARN = Pattern.compile("arn:aws[a-z-]*:s3:::(.*)");

    /**
     * Evaluates the policy of a bucket.
     *
     * @return empty if the text is not a policy
     */
    public static Optional<SecureTransport> of(String policy, String bucket) {
        Map<String, Object> document;
        try {
            document = JsonReader.members(policy);
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
        if (!document.containsKey("Statement")) {
            return Optional.empty();
        }
        List<Object> statements = list(document.get("Statement"));
        if (!statements.stream().allMatch(SecureTransport::isStatement)) {
            return Optional.empty();
        }
        List<String> denied = statements.stream()
                .flatMap(statement -> deniedWithoutTls(statement).stream())
                .map(SecureTransport::nameInArn)
                .toList();
        if (denied.stream().anyMatch(pattern -> coversBucket(pattern, bucket))
                && denied.stream().anyMatch(pattern -> coversObjects(pattern, bucket))) {
            return Optional.of(ONLY);
        }
        return Optional.of(mentionsTls(statements) ? UNDECIDED : OPTIONAL);
    }

    /** From the values of {@link Setting#POLICY}; without them, there is no policy. */
    public static SecureTransport of(Map<String, String> values) {
        return Optional.ofNullable(values.get(MEMBER))
                .map(SecureTransport::valueOf)
                .orElse(OPTIONAL);
    }

    /** As the values of {@link Setting#POLICY}. */
    public Map<String, String> asSetting() {
        return Map.of(MEMBER, name());
    }

    /** Whether requests without TLS are denied; empty if that is undecided. */
    public Optional<Boolean> isOnly() {
        return this == UNDECIDED ? Optional.empty() : Optional.of(this == ONLY);
    }

    private static boolean isStatement(Object json) {
        return json instanceof Map<?, ?> elements
                && EFFECTS.contains(elements.get("Effect") instanceof String effect ? effect : "");
    }

    /** The resources for which the statement denies everybody everything without TLS. */
    private static List<Object> deniedWithoutTls(Object statement) {
        boolean counts = statement instanceof Map<?, ?> elements
                && ELEMENTS.containsAll(elements.keySet())
                && "Deny".equals(elements.get("Effect"))
                && isEverybody(elements.get("Principal"))
                && list(elements.get("Action")).stream().anyMatch(SecureTransport::isEveryAction)
                && isWithoutTls(elements.get("Condition"));
        return counts ? list(((Map<?, ?>) statement).get("Resource")) : List.of();
    }

    private static boolean isEverybody(Object principal) {
        return "*".equals(principal)
                || principal instanceof Map<?, ?> kinds
                        && list(kinds.get("AWS")).contains("*");
    }

    private static boolean isEveryAction(Object action) {
        return action instanceof String text && Set.of("*", "s3:*", "S3:*").contains(text);
    }

    private static boolean isWithoutTls(Object condition) {
        return condition instanceof Map<?, ?> operators
                && operators.size() == 1
                && OPERATORS.containsAll(operators.keySet())
                && operators.values().iterator().next() instanceof Map<?, ?> keys
                && keys.size() == 1
                && isConditionKey(keys.keySet().iterator().next())
                && isFalse(keys.values().iterator().next());
    }

    private static boolean isFalse(Object value) {
        return Set.of(List.<Object>of("false"), List.<Object>of(new JsonReader.Literal("false")))
                .contains(list(value));
    }

    /** Names of condition keys are not case-sensitive. */
    private static boolean isConditionKey(Object name) {
        return CONDITION_KEY.equals(name.toString().toLowerCase(Locale.ROOT));
    }

    /** The bucket and the key, possibly with wildcards; empty for what is not S3. */
    private static String nameInArn(Object resource) {
        Matcher arn = S3_ARN.matcher(resource.equals("*") ? "arn:aws:s3:::*" : resource.toString());
        return arn.matches() ? arn.group(1) : "";
    }

    private static boolean coversBucket(String pattern, String bucket) {
        return pattern.equals(bucket) || coversAllThatStartWith(bucket, pattern);
    }

    private static boolean coversObjects(String pattern, String bucket) {
        return coversAllThatStartWith(bucket + "/", pattern);
    }

    private static boolean coversAllThatStartWith(String prefix, String pattern) {
        return pattern.endsWith("*") && prefix.startsWith(pattern.substring(0, pattern.length() - 1));
    }

    /** Also in texts, which can contain the key as a policy variable. */
    private static boolean mentionsTls(Object json) {
        if (json instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .anyMatch(member -> mentionsTls(member.getKey()) || mentionsTls(member.getValue()));
        }
        if (json instanceof List<?> values) {
            return values.stream().anyMatch(SecureTransport::mentionsTls);
        }
        String text = json.toString().toLowerCase(Locale.ROOT);
        return TLS_KEYS.stream().anyMatch(text::contains);
    }

    private static List<Object> list(Object json) {
        return json instanceof List<?> values
                ? List.copyOf(values)
                : Stream.ofNullable(json).toList();
    }
}
