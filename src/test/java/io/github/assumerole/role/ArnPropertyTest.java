package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Arbitrary text instead of an ARN. The forms are those of the IAM and STS API references. */
class ArnPropertyTest {
    private static final String[] WORDS = {
        "arn:",
        "arn:aws",
        "aws",
        "aws-cn",
        "-a",
        "-us-gov",
        ":iam::",
        ":sts::",
        "::",
        "111122223333",
        "1234",
        "role/",
        ":role/",
        "policy/",
        "assumed-role/",
        "user/",
        "team/",
        "deployer",
        "arn:aws:iam::111122223333:role/"
    };

    private static final Pattern ROLE =
            Pattern.compile("arn:aws(?:-[a-z]+)*+:iam::(?:[0-9]{12})?:role(?:/|/[!-~]+/)[A-Za-z0-9_+=,.@-]{1,64}");
    private static final Pattern POLICY =
            Pattern.compile("arn:aws(?:-[a-z]+)*+:iam::(?:[0-9]{12}|aws):policy/[!-~]*[!-.0-~]");

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyTheFormOfRoleArns(@ForAll("roles") String text) {
        Optional<RoleArn> role = ParserContract.parse(text, RoleArn::parse);

        assertEquals(isArn(text, ROLE), role.isPresent());
        role.ifPresent(arn -> {
            assertEquals(text, arn.toString());
            assertEquals(
                    text,
                    "arn:" + arn.partition() + ":iam::" + arn.accountId().orElse("") + ":role" + arn.path()
                            + arn.name());
        });
    }

    @Property(seed = ParserContract.SEED)
    void acceptsExactlyTheFormOfPolicyArns(@ForAll("policies") String text) {
        Optional<PolicyArn> policy = ParserContract.parse(text, PolicyArn::new);

        assertEquals(isArn(text, POLICY), policy.isPresent());
        policy.ifPresent(arn -> assertEquals(text, arn.toString()));
    }

    @Property(seed = ParserContract.SEED)
    void resolvesEveryAcceptedNameToValidArn(@ForAll("references") String text) {
        Optional<RoleNameOrArn> reference = ParserContract.parse(text, RoleNameOrArn::parse);

        reference.ifPresent(role -> {
            assertEquals(text, role.toString());
            Caller caller = new Caller("arn:aws-cn:iam::444455556666:user/bob", Optional.of("444455556666"));
            String completed = role.resolve(() -> caller).toString();
            assertTrue(ROLE.matcher(completed).matches(), completed);
            assertEquals(role.arn().isPresent() ? text : "arn:aws-cn:iam::444455556666:role/" + text, completed);
        });
    }

    private static boolean isArn(String text, Pattern form) {
        return text.length() >= 20
                && text.length() <= 2048
                && form.matcher(text).matches();
    }

    @Provide
    Arbitrary<String> roles() {
        return Arbitraries.oneOf(AnyText.of(WORDS), AnyText.near(arns("role/", "", "111122223333"), WORDS));
    }

    @Provide
    Arbitrary<String> policies() {
        return Arbitraries.oneOf(AnyText.of(WORDS), AnyText.near(arns("policy/", "aws", "111122223333"), WORDS));
    }

    @Provide
    Arbitrary<String> references() {
        Arbitrary<String> names = Combinators.combine(paths(), names()).as(String::concat);
        return Arbitraries.oneOf(roles(), AnyText.near(names, WORDS));
    }

    private static Arbitrary<String> arns(String kind, String... accounts) {
        return Combinators.combine(
                        Arbitraries.of("aws", "aws-cn", "aws-us-gov", "aws-iso-b"),
                        Arbitraries.of(accounts),
                        paths(),
                        names())
                .as((partition, account, path, name) ->
                        "arn:" + partition + ":iam::" + account + ":" + kind + path + name);
    }

    private static Arbitrary<String> paths() {
        Arbitrary<String> folder =
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(12);
        return folder.map(name -> name + "/").list().ofMaxSize(3).map(folders -> String.join("", folders));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars("_+=,.@-")
                .ofMinLength(1)
                .ofMaxLength(66);
    }
}
