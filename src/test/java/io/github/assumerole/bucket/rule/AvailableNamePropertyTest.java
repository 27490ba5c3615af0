package io.github.assumerole.bucket.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names of new buckets, compared with the rules of S3 as one regular expression. */
class AvailableNamePropertyTest {
    private static final Pattern NAME = Pattern.compile("(?!xn--|sthree-|amzn-s3-demo-|[0-9]{1,3}(\\.[0-9]{1,3}){3}$)"
            + "(?!.*(\\.\\.|-s3alias$|--(x|xa|ol|op|table)-s3$|\\.mrap$))"
            + "([a-z0-9](?=.{1,61}[a-z0-9]$).*-[0-9]{12}-[a-z0-9-]+-an|[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?<!-an))");

    @Property(seed = ParserContract.SEED)
    void acceptsWhatS3AcceptsForNewBuckets(@ForAll("names") String text) {
        Optional<AvailableName> name = ParserContract.parse(text, it -> new AvailableName(BucketPattern.parse(it)));

        String stripped = text.strip();
        boolean plain = stripped.matches("[a-z0-9.-]*");
        assertEquals(plain && NAME.matcher(stripped).matches(), name.isPresent());
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> plain = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars(".-")
                .ofMaxLength(20);
        Arbitrary<String> lengthy = Arbitraries.integers().between(61, 65).map("b"::repeat);
        Arbitrary<String> addresses = Arbitraries.strings()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .ofSize(4)
                .map(parts -> String.join(".", parts));
        String[] known = {
            "xn--",
            "sthree-",
            "amzn-s3-demo-",
            "-an",
            "-111122223333-eu-west-1-an",
            "--x-s3",
            "-s3alias",
            "1.2.3.4",
            "..",
            "A"
        };
        return Arbitraries.oneOf(
                plain,
                addresses,
                AnyText.near(plain, known),
                AnyText.near(lengthy, known),
                AnyText.near(addresses, known));
    }
}
