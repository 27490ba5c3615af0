package io.github.assumerole.aws.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be secret in the messages of a command: all that it printed as its result, and of its command line the
 * values of options and variables and what looks like a password.
 *
 * @param known a word that is not secret
 */
record CommandSecrets(String command, String output, String known) {
    private static final String MASK = "****";

    /** Shorter words are too common to be masked. */
    private static final int SHORTEST = 4;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\"'`{}\\[\\],;|&()<>]+");

    /** An option whose value is the next word; not -c, which begins a command. */
    private static final Pattern OPTION = Pattern.compile("--[\\w-]+|-(?!\\w*c$)\\w+");

    private static final Pattern PASSWORD_LIKE = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z]).{6,}");

    /** 32 or more characters with digits, lower-case and upper-case letters, such as a key or a token. */
    private static final Pattern KEY_LIKE =
            Pattern.compile("(?=[\\w+/=-]*[0-9])(?=[\\w+/=-]*[a-z])(?=[\\w+/=-]*[A-Z])[\\w+/=-]{32,}");

    private static final Pattern USER_OF_URL = Pattern.compile("(?<=://)[^@/\\s]+(?=@)");

    /** The members of a valid result. */
    private static final Set<String> NAMES =
            Set.of("Version", "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "AccountId");

    /** The messages with everything masked that may be secret. */
    String maskedIn(String messages) {
        String masked = USER_OF_URL.matcher(messages).replaceAll(MASK);
        masked = KEY_LIKE.matcher(masked).replaceAll(MASK);
        // The longest first: one may be part of another.
        List<String> secrets = Stream.concat(ofOutput(), ofCommand().stream())
                .filter(word -> word.length() >= SHORTEST && !word.equals(known))
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    private Stream<String> ofOutput() {
        return SEPARATORS
                .splitAsStream(output)
                .map(word -> word.replaceFirst(":$", ""))
                .filter(word -> !NAMES.contains(word));
    }

    private List<String> ofCommand() {
        List<String> secrets = new ArrayList<>();
        String previous = "";
        for (String word : SEPARATORS.split(command)) {
            int value = word.indexOf('=') + 1;
            if (value > 0) {
                secrets.add(word.substring(value));
            } else if (OPTION.matcher(previous).matches() && !word.startsWith("-")
                    || PASSWORD_LIKE.matcher(word).matches()) {
                secrets.add(word);
            }
            previous = word;
        }
        return secrets;
    }
}
