package io.github.assumerole.role;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Asks once for each distinct request of a build, however many modules and threads want the answer. A refusal is an
 * answer, too: thirty modules do not hammer STS with a hopeless request.
 */
public final class CachingRoleAssumer implements RoleAssumer {
    /** Credentials with less life left than this are renewed: the plugins that follow need time to use them. */
    public static final Duration MIN_REMAINING = Duration.ofSeconds(300);

    private final Supplier<RoleAssumer> delegate;
    private final String asker;
    private final ConcurrentMap<String, CompletableFuture<Map<String, String>>> memory;
    private final Clock clock;

    /**
     * @param delegate makes the one that really asks, only when it is needed: its classes are many
     * @param asker tells apart who asks where (profile, region, endpoint); never secret
     * @param memory lives as long as the build
     */
    public CachingRoleAssumer(
            Supplier<RoleAssumer> delegate,
            String asker,
            ConcurrentMap<String, CompletableFuture<Map<String, String>>> memory,
            Clock clock) {
        this.delegate = delegate;
        this.asker = asker;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public SessionCredentials assume(AssumeRoleRequest request) {
        String key = request.fingerprint() + " " + asker;
        CompletableFuture<Map<String, String>> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<Map<String, String>> present = memory.putIfAbsent(key, mine);
            if (present == null) {
                return ask(request, key, mine);
            }
            Map<String, String> known = present.join();
            if (!SessionRecord.expiresBefore(known, clock.instant().plus(MIN_REMAINING))) {
                return SessionRecord.read(known);
            }
            memory.remove(key, present);
        }
    }

    private SessionCredentials ask(AssumeRoleRequest request, String key, CompletableFuture<Map<String, String>> mine) {
        try {
            SessionCredentials credentials = delegate.get().assume(request);
            mine.complete(SessionRecord.of(credentials));
            return credentials;
        } catch (AccessFailed failure) {
            mine.complete(SessionRecord.of(failure));
            throw failure;
        } catch (InvalidConfiguration wrong) {
            forget(key, mine, new AccessFailed("Cannot assume " + request.role(), wrong.getMessage(), List.of()));
            throw wrong;
        } finally {
            if (!mine.isDone()) {
                forget(key, mine, brokeOff(request));
            }
        }
    }

    /** Leaves nothing in the memory, and gives those who wait already a failure instead of an answer. */
    private void forget(String key, CompletableFuture<Map<String, String>> mine, AccessFailed failure) {
        memory.remove(key, mine);
        mine.complete(SessionRecord.of(failure));
    }

    private static AccessFailed brokeOff(AssumeRoleRequest request) {
        return new AccessFailed(
                "Cannot assume " + request.role(),
                "the module that asked first broke off",
                List.of("see the failure of that module: it is the first one of this build"));
    }
}
