package io.github.assumerole.standin.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** IAM's wildcards: an asterisk for any characters, a question mark for one. */
public record Glob(Pattern pattern) {
    public static Glob of(String text) {
        return new Glob(
                Pattern.compile(text.chars().mapToObj(Glob::translate).collect(Collectors.joining()), Pattern.DOTALL));
    }

    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    private static String translate(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
        };
    }
}
