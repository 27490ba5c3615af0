package io.github.assumerole;

import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionPolicy;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Creates an object of any type of the plugin, with the same secret in each of its secret components. */
final class Samples {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final int PART = 12;

    private static final Pattern NAME =
            Pattern.compile("secret|token(?!Env|File)|password|passphrase", Pattern.CASE_INSENSITIVE);

    /** Whether a component with this name is secret. */
    static boolean isSecret(String name) {
        return NAME.matcher(name).find();
    }

    /** Whether the text contains the secret or 12 consecutive characters of it. */
    static boolean containsSecret(String text) {
        for (int i = 0; i + PART <= SECRET.length(); i++) {
            if (text.contains(SECRET.substring(i, i + PART))) {
                return true;
            }
        }
        return false;
    }

    /** A sample; null for types of other libraries. */
    Object of(Type type) throws ReflectiveOperationException {
        if (!(type instanceof Class<?> || type instanceof ParameterizedType)) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return of((Class<?>) type, new Type[0]);
    }

    private Object of(Class<?> type, Type... parts) throws ReflectiveOperationException {
        List<Object> sample = new ArrayList<>();
        for (Type part : parts) {
            sample.add(of(part));
        }
        if (sample.contains(null)) {
            sample.clear();
        }
        if (type == Optional.class) {
            return sample.stream().findFirst();
        } else if (type == List.class || type == Collection.class) {
            return List.copyOf(sample);
        } else if (type == Set.class) {
            return Set.copyOf(sample);
        } else if (type == Map.class) {
            return sample.isEmpty() ? Map.of() : Map.of(sample.get(0), sample.get(1));
        } else if (type.isArray() && type != byte[].class) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        return instance(type);
    }

    private Object instance(Class<?> type) throws ReflectiveOperationException {
        Map<Class<?>, Object> simple = Map.ofEntries(
                Map.entry(Secret.class, Secret.of(SECRET)),
                Map.entry(AwsCredentials.class, AwsSessionCredentials.create("AKIAIOSFODNN7EXAMPLE", SECRET, SECRET)),
                Map.entry(String.class, "444455556666"),
                Map.entry(int.class, 1),
                Map.entry(Integer.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(boolean.class, true),
                Map.entry(byte[].class, SECRET.getBytes(StandardCharsets.US_ASCII)),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(Duration.class, Duration.ofHours(1)),
                Map.entry(Clock.class, Clock.systemUTC()),
                Map.entry(URI.class, URI.create("https://sts.example.com")),
                Map.entry(Path.class, Path.of("file")),
                Map.entry(OptionalInt.class, OptionalInt.of(1)),
                Map.entry(PolicyArn.class, new PolicyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")),
                Map.entry(SessionPolicy.class, new SessionPolicy("{}")),
                Map.entry(RoleArn.class, RoleArn.parse("arn:aws:iam::444455556666:role/ci-deploy")));
        if (simple.containsKey(type)) {
            return simple.get(type);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isSealed()) {
            // The subtype with the most components.
            return of(Stream.of(type.getPermittedSubclasses())
                    .max(Comparator.comparing(kind -> kind.getDeclaredFields().length))
                    .orElseThrow());
        } else if (type.isInterface()) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> "a proxy");
        }
        return type.getPackageName().startsWith(getClass().getPackageName()) ? create(type) : null;
    }

    private Object create(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] values = new Object[constructor.getParameterCount()];
        Type[] types = constructor.getGenericParameterTypes();
        Parameter[] names = constructor.getParameters();
        for (int i = 0; i < values.length; i++) {
            values[i] = types[i] == String.class && isSecret(names[i].getName()) ? SECRET : of(types[i]);
        }
        return constructor.newInstance(values);
    }
}
