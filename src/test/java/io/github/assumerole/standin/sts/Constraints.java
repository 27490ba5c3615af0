package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the violations of a request, and reports all at once, as STS does. */
final class Constraints {
    private static final int FEWEST_CHARACTERS_OF_ARN = 20;
    private static final int MOST_CHARACTERS_OF_ARN = 2048;
    private static final String FAILED = "Value %s at '%s' failed to satisfy constraint: Member must %s";

    private final List<String> violations = new ArrayList<>();

    /** @throws AwsErrorException when there is a violation */
    void enforce() {
        if (!violations.isEmpty()) {
            String count = violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors";
            throw AwsErrorException.validation(count + " detected: " + String.join("; ", violations));
        }
    }

    /** AWS ignores unknown parameters; a test that sends one would prove nothing. */
    void onlyKnown(Parameters parameters, Set<String> known) {
        parameters.topLevelNames().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> violations.add("The parameter %s is not recognized".formatted(name)));
    }

    void arn(String member, Optional<String> value) {
        required(
                member,
                value,
                FEWEST_CHARACTERS_OF_ARN,
                MOST_CHARACTERS_OF_ARN,
                "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
    }

    void required(String member, Optional<String> value, int min, int max, String pattern) {
        if (value.isEmpty()) {
            violations.add(FAILED.formatted("null", member, "not be null"));
        }
        optional(member, value, min, max, pattern);
    }

    void optional(String member, Optional<String> value, int min, int max, String pattern) {
        value.ifPresent(text -> {
            if (text.length() < min) {
                violate(text, member, "have length greater than or equal to " + min);
            }
            if (text.length() > max) {
                violate(text, member, "have length less than or equal to " + max);
            }
            if (!Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches()) {
                violate(text, member, "satisfy regular expression pattern: " + pattern);
            }
        });
    }

    void number(String member, Optional<String> value, int min, int max) {
        value.ifPresent(text -> {
            if (!text.matches("-?\\d{1,9}")) {
                violate(text, member, "be an integer");
            } else if (Integer.parseInt(text) < min) {
                violate(text, member, "have value greater than or equal to " + min);
            } else if (Integer.parseInt(text) > max) {
                violate(text, member, "have value less than or equal to " + max);
            }
        });
    }

    void size(String member, List<?> list, int max) {
        if (list.size() > max) {
            violate(list.toString(), member, "have length less than or equal to " + max);
        }
    }

    private void violate(String value, String member, String must) {
        violations.add(FAILED.formatted("'" + value + "'", member, must));
    }
}
