package io.github.assumerole.report;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.assumerole.standin.text.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Validates JSON against a schema of draft 2020-12. */
public final class JsonSchema {
    private final String schema;

    public JsonSchema(String schema) {
        this.schema = schema;
    }

    /** The errors, one per line; empty if there are none. */
    public String errors(String json) {
        Validator.Result result =
                new ValidatorFactory().withJsonNodeFactory(new StrictNodes()).validate(schema, json);
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .collect(Collectors.joining("\n"));
    }

    private static final class StrictNodes implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object node) {
            return node instanceof JsonNode wrapped ? wrapped : new StrictNode(node, "");
        }

        @Override
        public JsonNode create(String json) {
            return new StrictNode(Json.parse(json), "");
        }
    }

    private record StrictNode(Object value, String pointer) implements JsonNode {
        @Override
        public String getJsonPointer() {
            return pointer;
        }

        @Override
        public SimpleType getNodeType() {
            if (value == null) {
                return SimpleType.NULL;
            }
            if (value instanceof BigDecimal number) {
                return number.stripTrailingZeros().scale() <= 0 ? SimpleType.INTEGER : SimpleType.NUMBER;
            }
            if (value instanceof Boolean) {
                return SimpleType.BOOLEAN;
            }
            if (value instanceof String) {
                return SimpleType.STRING;
            }
            return value instanceof List ? SimpleType.ARRAY : SimpleType.OBJECT;
        }

        @Override
        public boolean asBoolean() {
            return (Boolean) value;
        }

        @Override
        public String asString() {
            return value.toString();
        }

        @Override
        public BigInteger asInteger() {
            return asNumber().toBigInteger();
        }

        @Override
        public BigDecimal asNumber() {
            return (BigDecimal) value;
        }

        @Override
        public List<JsonNode> asArray() {
            List<?> elements = (List<?>) value;
            return IntStream.range(0, elements.size())
                    .<JsonNode>mapToObj(i -> new StrictNode(elements.get(i), pointer + "/" + i))
                    .toList();
        }

        @Override
        public Map<String, JsonNode> asObject() {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            ((Map<?, ?>) value)
                    .forEach((name, member) -> members.put(
                            name.toString(),
                            new StrictNode(member, pointer + "/" + JsonNode.encodeJsonPointer(name.toString()))));
            return members;
        }
    }
}
