package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.role.Secret;
import io.github.assumerole.standin.StandardWorld;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No text in the state of a build, however deep, contains a secret. */
class SessionDataTest extends GoalTest {
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private int secrets;

    @AfterEach
    void restore() {
        build.end();
    }

    @Test
    void printsNoSecret() throws Exception {
        ((DefaultRepositorySystemSession) build.session().getRepositorySession()).setData(recording());
        assumeRole(
                        "roleArn=" + StandardWorld.CI_DEPLOY,
                        "exportTo=projectProperties,systemProperties,credentialsFile,settingsServer",
                        "exportServerId=upload")
                .execute();
        build.state().mfaCodes().put("device", CompletableFuture.completedFuture(Optional.of(Secret.of("123456"))));

        kept.forEach((key, value) -> {
            assertContainsNoSecret(key + " " + value);
            visit(value);
        });

        assertTrue(kept.containsKey(BuildState.class), "the state was found");
        assertTrue(secrets > 6, () -> "only " + secrets + " secrets were found");
    }

    /** Stops at each {@link Secret}, and at suppliers, which are not text. */
    private void visit(Object object) {
        if (object == null || !visited.add(object)) {
            return;
        }
        if (object instanceof Secret secret) {
            secrets++;
            assertEquals("****", secret.toString());
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visit(key);
                visit(value);
            });
        } else if (object instanceof Collection<?> values) {
            values.forEach(this::visit);
        } else if (object instanceof Optional<?> value) {
            value.ifPresent(this::visit);
        } else if (object instanceof CompletableFuture<?> future) {
            visit(future.join());
        } else if (!(object instanceof Supplier)) {
            assertContainsNoSecret(object.toString());
            assertFalse(object.toString().contains("123456"), "an MFA code was printed");
            if (object.getClass().getName().startsWith("io.github.assumerole.")
                    && !object.getClass().isHidden()) {
                fields(object);
            }
        }
    }

    private void fields(Object object) {
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !SessionData.class.equals(field.getType())) {
                field.setAccessible(true);
                try {
                    visit(field.get(object));
                } catch (IllegalAccessException impossible) {
                    throw new AssertionError(impossible);
                }
            }
        }
    }

    private SessionData recording() {
        SessionData data = new DefaultSessionData();
        return (SessionData) Proxy.newProxyInstance(
                SessionData.class.getClassLoader(), new Class<?>[] {SessionData.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(data, arguments);
                    if (arguments != null && List.of("set", "get").contains(method.getName())) {
                        Optional.ofNullable(data.get(arguments[0])).ifPresent(value -> kept.put(arguments[0], value));
                    }
                    return result;
                });
    }
}
