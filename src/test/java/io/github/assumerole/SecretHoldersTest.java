package io.github.assumerole;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.Secret;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Walks every type that holds a secret, or something that holds one, and so on: none of them tells it. */
final class SecretHoldersTest {
    static Stream<Class<?>> holders() throws IOException {
        List<Class<?>> all = CompiledTypes.all();
        Set<Class<?>> holders = new LinkedHashSet<>(List.of(Secret.class, AwsCredentials.class));
        boolean more = true;
        while (more) {
            more = holders.addAll(
                    all.stream().filter(type -> isHolder(type, holders)).toList());
        }
        holders.remove(AwsCredentials.class);
        return holders.stream();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void noneTellsItAsText(Class<?> holder) throws ReflectiveOperationException {
        Class<?> author = holder.getMethod("toString").getDeclaringClass();
        if (holder.isRecord() || author != Object.class) {
            Object sample = new Samples().of(holder);
            assertFalse(Samples.isTold(sample.toString()), sample::toString);
        }
    }

    /** As records are by themselves. */
    private record Talkative(String sessionToken) {}

    private record Careful(Secret key) {}

    private record Around(Talkative talkative) {}

    @Test
    void oneThatTellsWouldBeFound() throws ReflectiveOperationException {
        assertTrue(isHolder(Talkative.class, Set.of()));
        assertTrue(isHolder(Around.class, Set.of(Talkative.class)));
        assertTrue(Samples.isTold(new Samples().of(Around.class).toString()));
        assertFalse(Samples.isTold(new Samples().of(Careful.class).toString()));
    }

    @Test
    void thoseThatAreKnownToHoldOneAreWalked() throws IOException {
        List<String> walked = holders().map(Class::getSimpleName).toList();

        assertTrue(
                walked.containsAll(List.of(
                        "Secret", "SessionCredentials", "BuildState", "StsCache", "BaseCredentials", "Login", "Keys")),
                walked::toString);
    }

    private static boolean isHolder(Class<?> type, Set<Class<?>> holders) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .anyMatch(field -> isSecret(field) || mentions(field.getGenericType(), holders));
    }

    private static boolean isSecret(Field field) {
        return field.getType() == String.class && Samples.isSecret(field.getName());
    }

    private static boolean mentions(Type type, Set<Class<?>> holders) {
        return type instanceof ParameterizedType generic
                ? Stream.concat(Stream.of(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments()))
                        .anyMatch(part -> mentions(part, holders))
                : holders.contains(type);
    }
}
