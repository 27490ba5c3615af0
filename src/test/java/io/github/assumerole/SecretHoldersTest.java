package io.github.assumerole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.Secret;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** No type that has a secret, directly or in one of its parts, prints it. */
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
    void doesNotPrintSecret(Class<?> holder) throws ReflectiveOperationException {
        Class<?> declaring = holder.getMethod("toString").getDeclaringClass();
        if (holder.isRecord() || declaring != Object.class) {
            Object sample = new Samples().of(holder);
            assertFalse(Samples.containsSecret(sample.toString()), sample::toString);
        }
    }

    /** The toString of a record would print them, and they contain keys and passwords. */
    @Test
    void noRecordHasVariablesOrProperties() throws IOException {
        List<RecordComponent> found = CompiledTypes.all().stream()
                .filter(Class::isRecord)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .filter(part -> part.getType() == Properties.class
                        || part.getType() == Map.class
                                && Set.of("environment", "variables").contains(part.getName()))
                .toList();

        assertEquals(List.of(), found);
    }

    /** The toString of a record prints its components. */
    private record PrintsSecret(String sessionToken) {}

    private record MasksSecret(Secret key) {}

    private record HasPrintingPart(PrintsSecret part) {}

    @Test
    void detectsTypeThatPrintsSecret() throws ReflectiveOperationException {
        assertTrue(isHolder(PrintsSecret.class, Set.of()));
        assertTrue(isHolder(HasPrintingPart.class, Set.of(PrintsSecret.class)));
        assertTrue(
                Samples.containsSecret(new Samples().of(HasPrintingPart.class).toString()));
        assertFalse(Samples.containsSecret(new Samples().of(MasksSecret.class).toString()));
    }

    @Test
    void findsAllHolders() throws IOException {
        List<String> found = holders().map(Class::getSimpleName).toList();

        assertTrue(
                found.containsAll(List.of(
                        "Secret", "SessionCredentials", "BuildState", "StsCache", "BaseCredentials", "Login", "Keys")),
                found::toString);
        assertFalse(found.contains("AssumeRoleRequest"), "logs and fingerprints contain the text of a request");
    }

    private static boolean isHolder(Class<?> type, Set<Class<?>> holders) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .anyMatch(field -> isSecret(field) || refersTo(field.getGenericType(), holders));
    }

    private static boolean isSecret(Field field) {
        return field.getType() == String.class && Samples.isSecret(field.getName());
    }

    private static boolean refersTo(Type type, Set<Class<?>> holders) {
        return type instanceof ParameterizedType generic
                ? Stream.concat(Stream.of(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments()))
                        .anyMatch(part -> refersTo(part, holders))
                : holders.contains(type);
    }
}
