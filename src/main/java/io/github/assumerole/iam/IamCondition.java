package io.github.assumerole.iam;

import java.util.Collection;
import java.util.List;

/** That a key of the request has one of some values. */
record IamCondition(String operator, String key, List<String> values) {
    IamCondition {
        values = List.copyOf(values);
    }

    /** Has just this value, in which nothing is a wildcard. */
    static IamCondition equalTo(String key, String value) {
        return new IamCondition("StringEquals", key, List.of(IamLiteral.value(value)));
    }

    /** Matches a pattern of {@code *} and {@code ?}. */
    static IamCondition like(String key, String pattern) {
        return new IamCondition("StringLike", key, List.of(IamLiteral.value(pattern)));
    }

    /** Of a key with many values: has none but these. True also when the request has none at all. */
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
