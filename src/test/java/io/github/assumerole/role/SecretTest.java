package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
    private static final Path ROOM = Path.of(System.getProperty("basedir", ""), "src/main/java/io/github/assumerole");

    @ParameterizedTest
    @ValueSource(strings = {Sample.SECRET_KEY, Sample.TOKEN, "", "****", "a", "line\nbreak"})
    void givesItsValueAwayOnlyWhenAsked(String value) {
        assertEquals(value, Secret.of(value).reveal());
        assertEquals("****", Secret.of(value).toString());
    }

    @Test
    void equalsByItsValueAndNeverTheValueItself() {
        assertEquals(Secret.of("a"), Secret.of("a"));
        assertNotEquals(Secret.of("a"), Secret.of("b"));
        assertNotEquals((Object) Secret.of("a"), "a");
    }

    @Test
    void tellsNothingByItsHashCode() {
        assertEquals(Secret.of("a").hashCode(), Secret.of("b").hashCode());
    }

    @Test
    void mustHaveAValue() {
        assertEquals(
                "a secret must have a value",
                assertThrows(NullPointerException.class, () -> Secret.of(null)).getMessage());
    }

    @Test
    void cannotBeSerialized() {
        assertFalse(Serializable.class.isAssignableFrom(Secret.class));
        assertFalse(Serializable.class.isAssignableFrom(SessionCredentials.class));
    }

    static Stream<Arguments> holders() {
        SessionCredentials credentials = Sample.credentials(Sample.NOON);
        Secret secret = Secret.of(Sample.SECRET_KEY);
        return Stream.of(
                arguments("Secret", secret),
                arguments("SessionCredentials", credentials),
                arguments(
                        "Keys",
                        new BaseCredentialsSource.Keys(
                                "the server ci",
                                "AKIA",
                                Secret.of(Sample.SECRET_KEY),
                                Optional.of(Secret.of(Sample.TOKEN)))),
                arguments("Optional", Optional.of(credentials)),
                arguments("List", List.of(secret, credentials)),
                arguments("Map", Map.of("key", secret, "all", credentials)),
                arguments("array", Arrays.toString(new Object[] {secret, credentials})),
                arguments("record", Map.entry(secret, credentials)),
                arguments("future", CompletableFuture.completedFuture(credentials)),
                arguments("format", String.format("%s %s", secret, credentials)),
                arguments("hash codes", secret.hashCode() + " " + Objects.hash(secret)),
                arguments("key hint", credentials.keyHint() + credentials.roleName()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("holders")
    void isInNoTextOfWhatHoldsIt(String what, Object holder) {
        assertTellsNothing(holder.toString());
    }

    @Test
    void isInNoStackTrace() {
        SessionCredentials credentials = Sample.credentials(Sample.NOON);
        AwsAccessException failure = new AwsAccessException(
                "Cannot use " + credentials,
                "came back: " + Optional.of(credentials.secretAccessKey()),
                List.of("not " + List.of(credentials)),
                new CompletionException(new IllegalStateException("with " + credentials.sessionToken())));
        failure.addSuppressed(new InvalidConfigurationException("p", "" + credentials));

        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));

        assertTellsNothing(trace.toString());
        assertTellsNothing(failure.toString());
        assertTrue(trace.toString().contains("Caused by"), "the chain was printed");
    }

    @Test
    void isInNoTextOfARequest() {
        assertTellsNothing(Sample.request().toString());
        assertEquals(Set.of(), secretsOf(AssumeRoleRequest.class), "a request is told in logs and in fingerprints");
    }

    @Test
    void isHeldBySessionCredentialsAlone() throws IOException {
        Set<String> holders = new TreeSet<>();
        for (Class<?> type : typesOfThisRoom()) {
            if (!secretsOf(type).isEmpty()) {
                holders.add(type.getSimpleName());
            }
        }
        assertEquals(Set.of("Keys", "SessionCredentials"), holders, "a new holder needs a line in holders() above");
    }

    @Test
    void wrapsAllThatOpensASession() {
        assertEquals(Set.of("secretAccessKey", "sessionToken"), secretsOf(SessionCredentials.class));
    }

    private static void assertTellsNothing(String text) {
        for (String value : List.of(Sample.SECRET_KEY, Sample.TOKEN)) {
            for (int at = 0; at + 8 <= value.length(); at++) {
                String piece = value.substring(at, at + 8);
                assertFalse(text.contains(piece), () -> "'" + piece + "' is in: " + text);
            }
        }
    }

    private static Set<String> secretsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getGenericType().getTypeName().contains(Secret.class.getName()))
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    private static List<Class<?>> typesOfThisRoom() throws IOException {
        try (Stream<Path> files = Files.list(ROOM.resolve("role"))) {
            List<Class<?>> types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .<Class<?>>map(name -> load(name.replace(".java", "")))
                    .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                    .toList();
            assertTrue(types.size() > 15, "found the room");
            return types;
        }
    }

    private static Class<?> load(String simpleName) {
        try {
            return Class.forName(Secret.class.getPackageName() + "." + simpleName);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
