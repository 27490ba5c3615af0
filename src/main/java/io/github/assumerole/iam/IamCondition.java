package io.github.assumerole.iam;

import java.util.Collection;
import java.util.List;

/** A condition on a key of the request. */
public record IamCondition(String operator, String key, List<String> values) {
    public IamCondition {
        values = List.copyOf(values);
    }

    /** The key has exactly this value, without wildcards. */
    static IamCondition equalTo(String key, String value) {
        return new IamCondition("StringEquals", key, List.of(IamLiteral.value(value)));
    }

    /** The key matches a pattern with {@code *} and {@code ?}. */
    static IamCondition like(String key, String pattern) {
        return new IamCondition("StringLike", key, List.of(IamLiteral.value(pattern)));
    }

    /** The multivalued key has no other values; also met by requests without the key. */
    static IamCondition noneBut(String key, Collection<String> values) {
        return new IamCondition(
                "ForAllValues:StringEquals",
                key,
                values.stream().map(IamLiteral::value).toList());
    }

    static IamCondition isTrue(String key) {
        return new IamCondition("Bool", key, List.of("true"));
    }
}
