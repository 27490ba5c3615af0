package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.goal.config.DefaultSessionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Accepts exactly the texts that match the patterns of the STS API reference. */
class SessionTextsPropertyTest {
    private static final Pattern SESSION_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{2,64}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_+=,.@:/-]{2,1224}");
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[A-Za-z0-9_+=/:,.@-]{9,256}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidSessionNames(@ForAll("words") String text) {
        assertAccepts(SESSION_NAME, text, RoleSessionName::new);
    }

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidSourceIdentities(@ForAll("words") String text) {
        assertAccepts(SESSION_NAME, text, SourceIdentity::new);
    }

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidExternalIds(@ForAll("words") String text) {
        assertAccepts(EXTERNAL_ID, text, ExternalId::new);
    }

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidSerialNumbers(@ForAll("words") String text) {
        assertAccepts(SERIAL_NUMBER, text, MfaSerial::new);
    }

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyValidAccountIds(@ForAll("words") String text) {
        boolean rejected = !ParserContract.problems(problems -> AllowedAccounts.read(problems, List.of(text)))
                .isEmpty();

        assertEquals(!ACCOUNT.matcher(text.strip()).matches(), rejected);
    }

    @Property(seed = ParserContract.SEED)
    void sanitizesAnyTextAndKeepsValidNames(@ForAll("words") String text) {
        String name = RoleSessionName.sanitized("a" + text + "b").value();

        assertTrue(SESSION_NAME.matcher(name).matches(), name);
        if (SESSION_NAME.matcher(text).matches()) {
            assertEquals(text, RoleSessionName.sanitized(text).value());
        }
    }

    @Property(seed = ParserContract.SEED)
    void makesValidDefaultNameThatEndsWithRunNumber(@ForAll("words") String project, @ForAll("words") String run) {
        String name =
                DefaultSessionName.of(project, Map.of("GITHUB_RUN_ID", run)).value();

        assertTrue(SESSION_NAME.matcher(name).matches(), name);
        assertTrue(name.startsWith("maven-"), name);
        if (run.matches("[0-9]{1,32}")) {
            assertTrue(name.endsWith("-" + run), name);
        }
    }

    private static void assertAccepts(Pattern pattern, String text, Function<String, ?> parser) {
        Optional<?> value = ParserContract.parse(text, parser);

        assertEquals(pattern.matcher(text).matches(), value.isPresent());
        value.ifPresent(accepted -> assertEquals(text, accepted.toString()));
    }

    @Provide
    Arbitrary<String> words() {
        Arbitrary<String> valid = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("_+=,.@-:/")
                .ofMaxLength(70);
        Arbitrary<String> atTheLimits =
                Arbitraries.of(1, 2, 8, 9, 12, 64, 65, 256, 257, 1224, 1225).map("7"::repeat);
        String[] known = {"aws:", "maven-", "111122223333", "arn:aws:iam::111122223333:mfa/bob", "build-7"};
        return Arbitraries.oneOf(
                AnyText.of(known), valid, AnyText.near(valid, known), atTheLimits, AnyText.near(atTheLimits, known));
    }
}
